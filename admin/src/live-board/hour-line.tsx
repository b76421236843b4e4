import { Box, useTheme } from '@mui/material';
import { LineChart, lineClasses } from '@mui/x-charts/LineChart';
import type { ReactNode } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { axisOf } from '../dashboards/axis';
import { moneyText } from '../parts/money-text';
import { useText2 } from '../parts/text2';
import { words } from './words';

interface HourLineProps {
  hours: readonly { readonly hour: number; readonly fen: number }[];
}

/** The money of a day as it adds up, from zero; the last figure stands above it in its tile. */
export default function HourLine({ hours }: HourLineProps): ReactNode {
  const theme = useTheme();
  const text = useText2();
  const translate = useTranslate();
  const locale = useLocale();
  const highest = Math.max(1, ...hours.map(({ fen }) => fen));
  const label = { fontSize: 'clamp(12px, 1vw, 20px)' };
  return (
    <Box aria-hidden sx={{ height: '100%', minHeight: 200 }}>
      <LineChart
        disableKeyboardNavigation
        margin={{ left: 8, right: 24, top: 16, bottom: 8 }}
        xAxis={[
          {
            data: hours.map(({ hour }) => hour),
            min: 0,
            max: 23,
            tickMinStep: 3,
            height: 40,
            tickLabelStyle: label,
            valueFormatter: (hour: number) => `${hour.toString()}${text(words.hour)}`,
          },
        ]}
        yAxis={[
          {
            min: 0,
            max: highest * 1.08,
            width: 110,
            tickNumber: 4,
            tickLabelStyle: label,
            valueFormatter: (fen: number) => {
              const { key, count } = axisOf(fen, highest, locale);
              return translate(`dashboard.${key}`, { count });
            },
          },
        ]}
        series={[
          {
            data: hours.map(({ fen }) => fen),
            label: text(words.soFar),
            curve: 'stepAfter',
            area: true,
            // One hour alone is no line.
            showMark: hours.length === 1,
            color: theme.palette.tokens.accent,
            valueFormatter: (fen) => moneyText(fen === null ? undefined : Math.round(fen)),
          },
        ]}
        grid={{ horizontal: true }}
        hideLegend
        skipAnimation
        sx={{ [`& .${lineClasses.line}`]: { strokeWidth: 3 }, [`& .${lineClasses.area}`]: { fillOpacity: 0.2 } }}
      />
    </Box>
  );
}
