import { covers, keysetPage, route, type RowScope } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { notFound } from '@linggong/core/domain';
import { orderDetail, orderPage, orderQuery } from '../../api';
import { ORDER_FROM, orderRowView, orderSelect, orderView, type StoredOrder } from '../read/order-view';
import { ordersOfMonth } from '../read/orders-of-month';
import { toolsOf } from '../services';
import { scopeCondition } from './within';

const ownEnterprise = (scope: RowScope) => (scope.kind === 'enterprise' ? scope.enterpriseId : undefined);

const equals = (sql: string, value: unknown) => (value === undefined ? [] : [{ sql: `${sql} = $1`, values: [value] }]);

const list = route({
  method: 'GET',
  path: '/orders',
  resource: 'order',
  action: 'list',
  summary: { zh: '订单列表', en: 'List orders' },
  query: orderQuery,
  answers: { 200: orderPage },
  handle: async ({ strapi, scope, query }) => {
    const page = await keysetPage<StoredOrder>(
      toolsOf(strapi).database,
      {
        select: orderSelect,
        from: ORDER_FROM,
        where: [
          ...scopeCondition(scope, 'o.enterprise_id', 'o.worker_id'),
          ...equals('o.enterprise_id', query.enterpriseId),
          ...equals('o.batch_id', query.batchId),
          ...equals('o.worker_id', query.workerId),
          ...equals('o.state', query.state),
          ...(query.month === undefined
            ? []
            : [ordersOfMonth(query.month, query.enterpriseId ?? ownEnterprise(scope))]),
        ],
        id: { sql: 'o.id', type: 'int' },
        direction: 'DESC',
      },
      query,
    );
    return { status: 200, body: { ...page, items: page.items.map(orderRowView) } };
  },
});

const read = route({
  method: 'GET',
  path: '/orders/:id',
  resource: 'order',
  action: 'read',
  summary: { zh: '查看订单与计税过程', en: 'Read an order with its tax trace' },
  params: idParams,
  answers: { 200: orderDetail },
  handle: async ({ strapi, scope, params, account }) => {
    const order = await orderView(toolsOf(strapi).database, params.id, account);
    if (!covers(scope, order)) throw notFound({ zh: '订单', en: 'order' });
    return { status: 200, body: order };
  },
});

export const orderRoutes = [list, read];
