import type { OrderRow } from '@linggong/settlement/api';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { useMe } from '../session/use-me';
import { orderColumns, ownOrderColumns } from './order-columns';

const filters: readonly Filter[] = [
  { source: 'q', kind: 'text' },
  { source: 'state', kind: 'state', states: 'order' },
  { source: 'taxDay_gte', kind: 'day' },
  { source: 'taxDay_lte', kind: 'day' },
  { source: 'paidAt_gte', kind: 'from' },
  { source: 'paidAt_lte', kind: 'until' },
];

/** Orders (订单): one payment each. */
export default function OrderList(): ReactNode {
  const translate = useTranslate();
  const own = useMe()?.account.workerId !== undefined;
  return (
    <RecordList<OrderRow>
      resource="orders"
      columns={own ? ownOrderColumns(orderColumns) : orderColumns}
      filters={filters}
      searchBy="q"
      sort={{ field: 'id', order: 'DESC' }}
      views={[
        { label: translate('views.all'), filter: {} },
        { label: translate('state.order.paying'), filter: { state: 'paying' } },
        { label: translate('state.order.paid'), filter: { state: 'paid' } },
        { label: translate('state.order.returned'), filter: { state: 'returned' } },
        { label: translate('state.order.failed'), filter: { state: 'failed' } },
      ]}
    />
  );
}
