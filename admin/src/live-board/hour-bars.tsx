import { Box, useMediaQuery, useTheme } from '@mui/material';
import { BarChart } from '@mui/x-charts/BarChart';
import type { ReactNode } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { axisOf } from '../dashboards/axis';
import { moneyText } from '../parts/money-text';
import { useText2 } from '../parts/text2';
import { words } from './words';

interface HourBarsProps {
  /** Up to the present one. */
  hours: readonly { readonly hour: number; readonly fen: number }[];
}

const hoursOfDay = Array.from({ length: 24 }, (_, hour) => hour);

/** The money of a day as it adds up, a bar for each hour until now: one hour alone is seen as well as twenty. */
export default function HourBars({ hours }: HourBarsProps): ReactNode {
  const theme = useTheme();
  const text = useText2();
  const translate = useTranslate();
  const locale = useLocale();
  const every = useMediaQuery('(max-width: 599px)') ? 6 : 2;
  const highest = Math.max(1, ...hours.map(({ fen }) => fen));
  const label = { fontSize: 'clamp(12px, 1vw, 20px)' };
  const named = (hour: number): boolean => hour % every === 0;
  return (
    <Box aria-hidden sx={{ height: '100%', minHeight: 200 }}>
      <BarChart
        disableKeyboardNavigation
        margin={{ left: 8, right: 24, top: 16, bottom: 8 }}
        borderRadius={3}
        xAxis={[
          {
            scaleType: 'band',
            data: hoursOfDay,
            categoryGapRatio: 0.25,
            tickInterval: named,
            tickLabelInterval: named,
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
            data: hoursOfDay.map((hour) => hours[hour]?.fen ?? null),
            label: text(words.soFar),
            color: theme.palette.tokens.accent,
            valueFormatter: (fen) => moneyText(fen === null ? undefined : Math.round(fen)),
          },
        ]}
        grid={{ horizontal: true }}
        hideLegend
        skipAnimation
      />
    </Box>
  );
}
