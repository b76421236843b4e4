import { keysetPage, route } from '@linggong/access';
import { depositAnswer, depositPage, depositQuery, depositRequest } from '../../api';
import { DEPOSIT_FROM, depositRowView, depositSelect, depositView, type StoredDeposit } from '../read/deposit-view';
import { settlementOf, toolsOf } from '../services';
import { scopeCondition } from './within';

const record = route({
  method: 'POST',
  path: '/deposits',
  resource: 'deposit',
  action: 'record',
  summary: { zh: '登记入金', en: 'Record a deposit' },
  description: {
    zh: '同一银行流水号只入账一次：重复提交返回同一笔入金。',
    en: 'A bank serial books once: the same notice again answers with the same deposit.',
  },
  body: depositRequest,
  answers: { 201: depositAnswer },
  remembers: true,
  handle: async ({ strapi, body, command, remember }) => {
    const id = await settlementOf(strapi).recordDeposit(command, body, async (tx, depositId) => {
      await remember(tx, { status: 201, body: await depositView(tx, depositId) });
    });
    return { status: 201, body: await depositView(toolsOf(strapi).database, id) };
  },
});

const list = route({
  method: 'GET',
  path: '/deposits',
  resource: 'deposit',
  action: 'list',
  summary: { zh: '入金列表', en: 'List deposits' },
  query: depositQuery,
  answers: { 200: depositPage },
  handle: async ({ strapi, scope, query }) => {
    const page = await keysetPage<StoredDeposit>(
      toolsOf(strapi).database,
      {
        select: depositSelect,
        from: DEPOSIT_FROM,
        where: [
          ...scopeCondition(scope, 'd.enterprise_id'),
          ...(query.enterpriseId ? [{ sql: 'd.enterprise_id = $1', values: [query.enterpriseId] }] : []),
        ],
        id: { sql: 'd.id', type: 'int' },
        direction: 'DESC',
      },
      query,
    );
    return { status: 200, body: { ...page, items: page.items.map(depositRowView) } };
  },
});

export const depositRoutes = [record, list];
