import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { Card } from '../parts/card';
import { countText } from '../parts/money-text';

export interface BarItem {
  label: string;
  count: number | undefined;
  to: string;
}

/** How many stand where: one bar a place, starting at zero, its figure beside it. The title is the question it answers. */
export function BarList({ question, items }: { question: string; items: readonly BarItem[] }): ReactNode {
  const largest = Math.max(1, ...items.map(({ count }) => count ?? 0));
  return (
    <Card title={question}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: '2px' }}>
        {items.map(({ label, count, to }) => (
          <Box
            component="li"
            key={label}
            sx={{
              display: 'grid',
              gridTemplateColumns: '112px minmax(0, 1fr) 56px',
              gap: 1.5,
              alignItems: 'center',
              minHeight: 30,
              fontSize: 13,
            }}
          >
            <Box
              component={Link}
              to={to}
              sx={{ color: 'tokens.ink', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
            >
              {label}
            </Box>
            <Box aria-hidden sx={{ height: 10, borderRadius: '2px', bgcolor: 'tokens.accentBg' }}>
              <Box
                sx={{
                  height: '100%',
                  borderRadius: '2px',
                  bgcolor: 'tokens.accent',
                  width: `${(((count ?? 0) / largest) * 100).toFixed(1)}%`,
                }}
              />
            </Box>
            <Box sx={{ textAlign: 'right', fontWeight: 600 }}>{countText(count)}</Box>
          </Box>
        ))}
      </Box>
    </Card>
  );
}
