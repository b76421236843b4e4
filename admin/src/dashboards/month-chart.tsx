import { Box, useTheme } from '@mui/material';
import { BarChart } from '@mui/x-charts/BarChart';
import type { ReactNode } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { axisOf } from './axis';
import { Card } from '../parts/card';
import { moneyText } from '../parts/money-text';

interface MonthChartProps {
  question: string;
  months: readonly string[];
  /** Fen, in the order of the months. */
  values: readonly number[];
}

/** Where the bars begin and end, in px: the figures beneath stand in the same columns. */
const edge = 4;
const axisWidth = 66;

/** Money by month, from zero, in yuan or ten thousands of them on the axis and exact in the table beneath (which is what a screen reader gets). */
export default function MonthChart({ question, months, values }: MonthChartProps): ReactNode {
  const translate = useTranslate();
  const locale = useLocale();
  const theme = useTheme();
  return (
    <Card title={question}>
      <Box aria-hidden>
        <BarChart
          // Hidden from screen readers, so no keyboard may land in it either: the figures are in the table beneath.
          disableKeyboardNavigation
          height={210}
          margin={{ left: edge, right: edge, top: 12, bottom: 4 }}
          xAxis={[
            {
              data: [...months],
              scaleType: 'band',
              categoryGapRatio: 0.5,
              height: 28,
              tickLabelStyle: { fontSize: 12 },
            },
          ]}
          yAxis={[
            {
              min: 0,
              width: axisWidth,
              valueFormatter: (fen: number) => {
                const { key, count } = axisOf(fen, Math.max(...values), locale);
                return translate(`dashboard.${key}`, { count });
              },
              tickLabelStyle: { fontSize: 12 },
            },
          ]}
          series={[
            {
              data: [...values],
              color: theme.palette.tokens.accent,
              valueFormatter: (fen) => moneyText(fen === null ? undefined : Math.round(fen)),
            },
          ]}
          grid={{ horizontal: true }}
          hideLegend
          skipAnimation
        />
      </Box>
      <Box
        component="dl"
        // Each figure under its bar where there is room; on a phone a line for each month.
        sx={{
          m: 0,
          mt: 1,
          display: 'grid',
          gridTemplateColumns: { xs: '1fr', sm: `repeat(${months.length.toString()}, minmax(0, 1fr))` },
          rowGap: 0.5,
          fontSize: 12,
          color: 'tokens.ink2',
          textAlign: 'center',
          pl: { xs: 0, sm: `${(edge + axisWidth).toString()}px` },
          pr: { xs: 0, sm: `${edge.toString()}px` },
        }}
      >
        {months.map((month, index) => (
          <Box key={month} sx={{ minWidth: 0, display: { xs: 'flex', sm: 'block' }, justifyContent: 'space-between' }}>
            <Box component="dt" sx={{ position: { sm: 'absolute' }, clip: { sm: 'rect(0 0 0 0)' } }}>
              {month}
            </Box>
            <Box component="dd" sx={{ m: 0, overflow: 'hidden', textOverflow: 'ellipsis' }}>
              {moneyText(values[index])}
            </Box>
          </Box>
        ))}
      </Box>
    </Card>
  );
}
