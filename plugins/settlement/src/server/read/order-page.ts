import { keysetPage, type Page, type RowScope } from '@linggong/access';
import type { Queryable } from '@linggong/core';
import type { z } from 'zod';
import type { orderQuery } from '../../api';
import { scopeCondition } from '../routes/within';
import { ORDER_JOINS, orderSelect, type StoredOrder } from './order-view';
import { ordersOfMonth } from './orders-of-month';

/** A page of the orders that somebody may see, newest first. */
export function orderPageOf(
  db: Queryable,
  scope: RowScope,
  query: z.infer<typeof orderQuery>,
): Promise<Page<StoredOrder>> {
  const { enterpriseId, batchId, workerId, state, month } = query;
  return keysetPage<StoredOrder>(
    db,
    {
      select: orderSelect,
      from: 'public.orders o',
      joins: ORDER_JOINS,
      where: [
        ...scopeCondition(scope, 'o.enterprise_id', 'o.worker_id'),
        ...equals('o.enterprise_id', enterpriseId),
        ...equals('o.batch_id', batchId),
        ...equals('o.worker_id', workerId),
        ...equals('o.state', state),
        ...(month === undefined ? [] : [ordersOfMonth(month, enterpriseId ?? ownEnterprise(scope))]),
      ],
      id: { sql: 'o.id', type: 'int' },
      direction: 'DESC',
    },
    query,
  );
}

const ownEnterprise = (scope: RowScope): number | undefined =>
  scope.kind === 'enterprise' ? scope.enterpriseId : undefined;

const equals = (sql: string, value: unknown) => (value === undefined ? [] : [{ sql: `${sql} = $1`, values: [value] }]);
