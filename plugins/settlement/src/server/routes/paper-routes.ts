import { binary, covers, route, type Call } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { monthOf, notFound, shanghaiDay } from '@linggong/core/domain';
import { eSignOf, type SlipWish } from '@linggong/e-sign';
import { monthStatementQuery, receiptsQuery } from '../../api';
import { monthStatementOf, receiptOf, receiptsOf, statementOf } from '../papers/make-papers';
import { toolsOf } from '../services';
import { batchWithin } from './within';

const pdf = { 200: binary('application/pdf') } as const;

async function answerOf({ strapi }: Pick<Call, 'strapi'>, wish: SlipWish) {
  const body = await eSignOf(strapi).makeSlip(wish);
  return {
    status: 200 as const,
    body,
    headers: { 'Content-Disposition': `attachment; filename="${wish.number}.pdf"` },
  };
}

const receipt = route({
  method: 'GET',
  path: '/orders/:id/receipt',
  resource: 'payment-paper',
  action: 'receipt',
  summary: { zh: '下载付款回单', en: 'Take the receipt of a payment' },
  params: idParams,
  answers: pdf,
  handle: async (call) => {
    const { strapi, scope, params, command } = call;
    const { database } = toolsOf(strapi);
    const order = await database.maybeOne<{ enterpriseId: number; workerId: number }>(
      'SELECT enterprise_id AS "enterpriseId", worker_id AS "workerId" FROM public.orders WHERE id = $1',
      [params.id],
    );
    if (order === undefined || !covers(scope, order)) throw notFound({ zh: '订单', en: 'order' });
    return answerOf(call, await receiptOf(database, params.id, command.at));
  },
});

const receipts = route({
  method: 'GET',
  path: '/settlement-batches/:id/receipts',
  resource: 'payment-paper',
  action: 'batch-receipts',
  summary: { zh: '下载批次的付款回单', en: 'Take the receipts of a batch' },
  description: {
    zh: '每个文件最多 200 笔，一页两联；part 从 1 起。',
    en: 'At most 200 receipts a file, two on a page; `part` counts from 1.',
  },
  params: idParams,
  query: receiptsQuery,
  answers: pdf,
  handle: async (call) => {
    const { strapi, scope, params, query, command } = call;
    const { database } = toolsOf(strapi);
    await batchWithin(database, scope, params.id);
    return answerOf(call, await receiptsOf(database, params.id, query.part, command.at));
  },
});

const statement = route({
  method: 'GET',
  path: '/settlement-batches/:id/statement',
  resource: 'payment-paper',
  action: 'statement',
  summary: { zh: '下载结算单', en: 'Take the statement of a batch' },
  params: idParams,
  answers: pdf,
  handle: async (call) => {
    const { strapi, scope, params, command } = call;
    const { database } = toolsOf(strapi);
    await batchWithin(database, scope, params.id);
    return answerOf(call, await statementOf(database, params.id, command.at));
  },
});

const monthStatement = route({
  method: 'GET',
  path: '/enterprises/:id/month-statement',
  resource: 'payment-paper',
  action: 'month-statement',
  summary: { zh: '下载企业对账单', en: 'Take the statement of account of an enterprise' },
  params: idParams,
  query: monthStatementQuery,
  answers: pdf,
  handle: async (call) => {
    const { strapi, scope, params, query, command } = call;
    if (!covers(scope, { enterpriseId: params.id })) throw notFound({ zh: '企业', en: 'enterprise' });
    const month = query.month ?? monthOf(shanghaiDay(command.at));
    return answerOf(call, await monthStatementOf(toolsOf(strapi).database, params.id, month, command.at));
  },
});

export const paperRoutes = [receipt, receipts, statement, monthStatement];
