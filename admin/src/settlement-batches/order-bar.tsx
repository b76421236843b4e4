import type { BatchDetail, OrderState } from '@linggong/settlement/api';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Money } from '../parts/money';
import { countText } from '../parts/money-text';
import { toneOf } from '../parts/states';

type OrderCounts = NonNullable<BatchDetail['orders']>;

const order: readonly OrderState[] = ['paid', 'paying', 'confirmed', 'failed', 'returned', 'cancelled'];

/** All orders of the batch as one bar, with the count and the money of every state beside its word. */
export function OrderBar({ orders }: { orders: OrderCounts }): ReactNode {
  const translate = useTranslate();
  const states = order.filter((state) => orders[state].count > 0);
  const total = states.reduce((sum, state) => sum + orders[state].count, 0);
  if (total === 0) return null;
  const color = (state: OrderState): string =>
    state === 'paying' ? 'tokens.waitBar' : state === 'confirmed' ? 'tokens.line' : `tokens.${toneOf('order', state)}`;
  return (
    <Box sx={{ mb: 2 }}>
      <Box
        aria-hidden
        sx={{ display: 'flex', height: 8, borderRadius: '4px', overflow: 'hidden', bgcolor: 'tokens.line', mb: 1.25 }}
      >
        {states.map((state) => (
          <Box
            key={state}
            sx={{ width: `${((orders[state].count / total) * 100).toFixed(2)}%`, minWidth: 3, bgcolor: color(state) }}
          />
        ))}
      </Box>
      <Box component="dl" sx={{ m: 0, display: 'flex', flexWrap: 'wrap', columnGap: 4, rowGap: 1 }}>
        {states.map((state) => (
          <Box key={state}>
            <Box
              component="dt"
              sx={{ fontSize: 12, color: 'tokens.ink3', display: 'flex', alignItems: 'center', gap: '6px' }}
            >
              <Box
                aria-hidden
                sx={{
                  width: 8,
                  height: 8,
                  borderRadius: '2px',
                  bgcolor: color(state),
                  border: '1px solid',
                  borderColor: 'tokens.line',
                }}
              />
              {translate(`state.order.${state}`)}
            </Box>
            <Box component="dd" sx={{ m: 0, fontWeight: 600 }}>
              {translate('batch.orders.count', { count: countText(orders[state].count) })}
              <Box component="span" sx={{ fontWeight: 400, fontSize: 12, color: 'tokens.ink2', ml: '6px' }}>
                <Money fen={orders[state].netFen} total />
              </Box>
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
