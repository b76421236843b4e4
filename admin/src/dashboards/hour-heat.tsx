import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { countText } from '../parts/money-text';
import { heatOf, type HourCount } from './risk-shares';

/** When something is stopped: days of the week by parts of two hours; the figure stands in each field, darker is more. */
export function HourHeat({ hours }: { hours: readonly HourCount[] }): ReactNode {
  const translate = useTranslate();
  const heat = heatOf(hours);
  const most = Math.max(1, ...heat.flat());
  const cell = { fontSize: 11, textAlign: 'center', p: 0, height: 26, fontWeight: 400 } as const;
  return (
    <Card title={translate('dashboard.risk.hours')}>
      <Box
        component="table"
        sx={{ width: '100%', tableLayout: 'fixed', borderCollapse: 'separate', borderSpacing: '2px' }}
      >
        <thead>
          <tr>
            <Box component="th" sx={{ ...cell, width: 30 }} aria-label={translate('dashboard.risk.weekday')} />
            {heat[0]?.map((_, part) => (
              <Box component="th" scope="col" key={part} sx={{ ...cell, color: 'tokens.ink3' }}>
                {part * 2}
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {heat.map((parts, day) => (
            <tr key={day}>
              <Box component="th" scope="row" sx={{ ...cell, color: 'tokens.ink3' }}>
                {translate(`dashboard.risk.day.${(day + 1).toString()}`)}
              </Box>
              {parts.map((count, part) => (
                <Box
                  component="td"
                  key={part}
                  sx={{
                    ...cell,
                    borderRadius: '3px',
                    color: 'tokens.ink',
                    // Light enough at its darkest for the figure to be read on it.
                    backgroundColor: (theme) =>
                      `color-mix(in srgb, ${theme.palette.tokens.waitBar} ${((count / most) * 55).toFixed(0)}%, ${theme.palette.tokens.head})`,
                  }}
                >
                  {count === 0 ? '' : countText(count)}
                </Box>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Card>
  );
}
