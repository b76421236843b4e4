import type { BatchDetail, OrderState } from '@linggong/settlement/api';
import { Box, Button, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { countText } from '../parts/money-text';
import { orderColumns } from '../orders/order-columns';
import { RecordList } from '../table/record-list';
import { Failures } from './failures';

const tabs: readonly (OrderState | 'all')[] = ['all', 'failed', 'returned', 'paying', 'paid', 'confirmed', 'cancelled'];

/** The orders of the batch by state; what failed or came back stands first, with the bank's reason in plain words. */
export function BatchOrders({ batch }: { batch: BatchDetail }): ReactNode {
  const translate = useTranslate();
  const [tab, setTab] = useState<OrderState | 'all'>('all');
  const { orders } = batch;
  if (orders === null) return null;
  const count = (key: OrderState | 'all'): number =>
    key === 'all' ? Object.values(orders).reduce((sum, each) => sum + each.count, 0) : orders[key].count;
  const trouble = orders.failed.count + orders.returned.count > 0;
  return (
    <>
      {trouble && <Failures batch={batch} />}
      <Card title={translate('batch.orders.title')}>
        <Box
          role="group"
          aria-label={translate('batch.orders.title')}
          sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mb: 1 }}
        >
          {tabs
            .filter((key) => key === 'all' || count(key) > 0)
            .map((key) => (
              <Button
                key={key}
                size="small"
                aria-pressed={key === tab}
                color={key === tab ? 'primary' : 'inherit'}
                onClick={() => {
                  setTab(key);
                }}
              >
                {key === 'all' ? translate('batch.tabs.all') : translate(`state.order.${key}`)} {countText(count(key))}
              </Button>
            ))}
        </Box>
        <RecordList
          key={tab}
          resource="orders"
          columns={orderColumns.filter(({ source }) => source !== 'batchNumber' && source !== 'enterpriseName')}
          sort={{ field: 'id', order: 'ASC' }}
          only={tab === 'all' ? { batchId: batch.id } : { batchId: batch.id, state: tab }}
        />
        <Typography variant="caption" sx={{ color: 'tokens.ink3', display: 'block', mt: 1 }}>
          {translate('batch.orders.late')}
        </Typography>
      </Card>
    </>
  );
}
