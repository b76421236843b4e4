import { covers, route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { notFound } from '@linggong/core/domain';
import { orderDetail, orderPage, orderQuery } from '../../api';
import { orderPageOf } from '../read/order-page';
import { orderRowView, orderView } from '../read/order-view';
import { toolsOf } from '../services';

const list = route({
  method: 'GET',
  path: '/orders',
  resource: 'order',
  action: 'list',
  summary: { zh: '订单列表', en: 'List orders' },
  query: orderQuery,
  answers: { 200: orderPage },
  handle: async ({ strapi, scope, query }) => {
    const page = await orderPageOf(toolsOf(strapi).database, scope, query);
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
