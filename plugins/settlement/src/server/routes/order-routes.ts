import { covers, keysetPage, route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { notFound } from '@linggong/core/domain';
import { orderDetail, orderPage, orderQuery } from '../../api';
import { ORDER_FROM, orderRowView, orderSelect, orderView, type StoredOrder } from '../read/order-view';
import { toolsOf } from '../services';
import { scopeCondition } from './within';

const equals = (sql: string, value: unknown) => (value === undefined ? [] : [{ sql: `${sql} = $1`, values: [value] }]);

/** Orders of a month: whole days, so that the index on (enterprise, tax day) is used. */
const inMonth = (month: string | undefined) =>
  month === undefined
    ? []
    : [
        {
          sql: `o.tax_day >= $1::date AND o.tax_day < ($1::date + interval '1 month')::date`,
          values: [`${month}-01`],
        },
      ];

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
          ...inMonth(query.month),
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
