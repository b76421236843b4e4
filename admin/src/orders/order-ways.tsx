import type { OrderDetail } from '@linggong/settlement/api';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { listAt } from '../dashboards/tile';
import { Card } from '../parts/card';
import { useMay } from '../session/use-me';

type Related = Pick<OrderDetail, 'id' | 'workerId' | 'enterpriseId'>;

/** Lists that hold what belongs to an order (关联对象), each narrowed to it. */
export function relatedLists({ id, workerId, enterpriseId }: Related): [string, Readonly<Record<string, unknown>>][] {
  return [
    ['tax-records', { orderId: id }],
    ['ledger-transactions', { reference: `order:${id.toString()}` }],
    ['payouts', { orderId: id }],
    ['contracts', { workerId, enterpriseId }],
  ];
}

/** The way on from an order, for who may read those lists: its tax record, vouchers, payout and the contract behind it. */
export function OrderWays({ order }: { order: Related }): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const lists = relatedLists(order).filter(([resource]) => may(resource, 'list'));
  if (lists.length === 0) return null;
  return (
    <Card screenOnly title={translate('order.related')}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: '6px' }}>
        {lists.map(([resource, filter]) => (
          <li key={resource}>
            <Link to={listAt(resource, filter)}>{translate(`resources.${resource}.name`, { smart_count: 2 })}</Link>
          </li>
        ))}
      </Box>
    </Card>
  );
}
