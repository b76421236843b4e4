import type { BatchDetail, OrderDetail } from '@linggong/settlement/api';
import { Box, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card } from '../parts/card';
import { Money } from '../parts/money';
import { countText } from '../parts/money-text';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { call, type ConsoleDataProvider } from '../provider';

/** As many as fit a screen; below them the way to all. */
const shownMax = 8;

const failuresOf = (batch: BatchDetail): object => ({ batchId: batch.id, state: ['failed', 'returned'] });

function useFailures(batch: BatchDetail) {
  const provider = useDataProvider<ConsoleDataProvider>();
  return useQuery({
    queryKey: [
      'batch',
      batch.id.toString(),
      'failures',
      batch.orders?.failed.count ?? 0,
      batch.orders?.returned.count ?? 0,
    ],
    queryFn: async ({ signal }) => {
      const { data } = await provider.getList('orders', {
        pagination: { page: 1, perPage: shownMax },
        sort: { field: 'id', order: 'DESC' },
        filter: failuresOf(batch),
        signal,
      });
      const details = await Promise.all(
        data.map(async ({ id }) => (await call(`/api/v1/orders/${String(id)}`, { signal })).json),
      );
      // The route answers with the schema `orderDetail`.
      return details as OrderDetail[];
    },
    placeholderData: (before) => before,
  });
}

/** What the bank refused or sent back: who, how much, why, and what happens now. */
export function Failures({ batch }: { batch: BatchDetail }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const { data = [] } = useFailures(batch);
  if (data.length === 0) return null;
  const count = (batch.orders?.failed.count ?? 0) + (batch.orders?.returned.count ?? 0);
  return (
    <Card title={translate('batch.failures.title')}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {data.map((order) => (
          <Box
            component="li"
            key={order.id}
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              columnGap: 2,
              py: 1,
              '& + &': { borderTop: '1px solid', borderColor: 'tokens.line' },
            }}
          >
            <Box sx={{ flex: 1, minWidth: { xs: '100%', sm: 260 } }}>
              <Link to={`/orders/${order.id.toString()}/show`}>{order.number}</Link> {order.workerNameMasked}
              {order.failure !== null && (
                <Box sx={{ fontSize: 13, color: 'tokens.ink2' }}>
                  <Box component="span" sx={{ color: 'tokens.bad', mr: 1 }}>
                    {text(order.failure.text)}
                  </Box>
                  {text(order.failure.next)}
                </Box>
              )}
            </Box>
            <Box sx={{ fontWeight: 600 }}>
              <Money fen={order.netFen} />
            </Box>
            <StateChip kind="order" state={order.state} />
          </Box>
        ))}
      </Box>
      {count > shownMax && (
        <Button
          size="small"
          component={Link}
          to={`/orders?filter=${encodeURIComponent(JSON.stringify(failuresOf(batch)))}`}
          sx={{ mt: 1 }}
        >
          {translate('batch.failures.all', { count: countText(count) })}
        </Button>
      )}
    </Card>
  );
}
