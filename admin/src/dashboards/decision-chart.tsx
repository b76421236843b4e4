import type { RiskFigures } from '@linggong/risk/api';
import { outcomes } from '@linggong/risk/domain';
import { Box, useTheme } from '@mui/material';
import { BarChart } from '@mui/x-charts/BarChart';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { countText } from '../parts/money-text';
import { everyDay } from './every-day';

/** What was decided each day, by outcome, from zero; the sums stand beneath as text, which is what a screen reader gets. */
export default function DecisionChart({ from, to, days }: Pick<RiskFigures, 'from' | 'to' | 'days'>): ReactNode {
  const translate = useTranslate();
  const { tokens } = useTheme().palette;
  const colours = { approve: tokens.good, review: tokens.waitBar, hold: tokens.wait, decline: tokens.bad };
  const drawn = everyDay(from, to, days);
  const sum = (outcome: string): number => days.reduce((total, { counts }) => total + (counts[outcome] ?? 0), 0);
  return (
    <Card title={translate('dashboard.risk.decisions')}>
      {days.length === 0 && <Box sx={{ fontSize: 13, color: 'tokens.ink3' }}>{translate('dashboard.risk.none')}</Box>}
      {days.length > 0 && (
        <Box aria-hidden>
          <BarChart
            // Hidden from screen readers, so no keyboard may land in it either: the sums are beneath.
            disableKeyboardNavigation
            height={210}
            margin={{ left: 4, right: 4, top: 12, bottom: 4 }}
            xAxis={[
              {
                data: drawn.map(({ day }) => day.slice(5)),
                scaleType: 'band',
                height: 28,
                tickLabelStyle: { fontSize: 12 },
              },
            ]}
            yAxis={[{ min: 0, width: 56, tickLabelStyle: { fontSize: 12 } }]}
            series={outcomes.map((outcome) => ({
              data: drawn.map(({ counts }) => counts[outcome] ?? 0),
              label: translate(`state.riskDecision.${outcome}`),
              color: colours[outcome],
              stack: 'all',
            }))}
            grid={{ horizontal: true }}
            hideLegend
            skipAnimation
          />
        </Box>
      )}
      <Box
        component="dl"
        sx={{ m: 0, mt: 1, display: 'flex', columnGap: 3, rowGap: 0.5, flexWrap: 'wrap', fontSize: 13 }}
      >
        {outcomes.map((outcome) => (
          <Box key={outcome} sx={{ display: 'flex', gap: 0.75, alignItems: 'center' }}>
            <Box aria-hidden sx={{ width: 10, height: 10, borderRadius: '2px', bgcolor: colours[outcome] }} />
            <Box component="dt" sx={{ color: 'tokens.ink2' }}>
              {translate(`state.riskDecision.${outcome}`)}
            </Box>
            <Box component="dd" sx={{ m: 0, fontWeight: 600 }}>
              {countText(sum(outcome))}
            </Box>
          </Box>
        ))}
      </Box>
    </Card>
  );
}
