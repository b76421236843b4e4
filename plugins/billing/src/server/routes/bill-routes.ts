import { consoleResource, covers, route, scopeBy } from '@linggong/access';
import { databaseOf } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import {
  askSettlingBody,
  billStates,
  feeBillAnswer,
  feeBillDetail,
  feeBillParams,
  newFeeBill,
  rejectSettlingBody,
} from '../../api';
import { billDetail, readBill } from '../bills/bill-rows';
import { askAgain, issueBill } from '../bills/issue-bill';
import { refuseSettling, settleBill } from '../bills/settle-bill';

const issue = route({
  method: 'POST',
  path: '/fee-bills',
  resource: 'fee-bill',
  action: 'issue',
  summary: { zh: '出具月度服务费账单', en: 'Bill the fees of a month' },
  body: newFeeBill,
  answers: { 201: feeBillAnswer },
  remembers: true,
  handle: async ({ strapi, command, body, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const answer = { status: 201 as const, body: await issueBill(tx, command, body.enterpriseId, body.month) };
      await remember(tx, answer);
      return answer;
    }),
});

const read = route({
  method: 'GET',
  path: '/fee-bills/:id',
  resource: 'fee-bill',
  action: 'read',
  summary: { zh: '查看服务费账单与明细', en: 'Read a fee bill with its statement' },
  params: feeBillParams,
  answers: { 200: feeBillDetail },
  handle: async ({ strapi, account, scope, params }) => {
    const db = databaseOf(strapi);
    const bill = await readBill(db, params.id);
    if (!covers(scope, { enterpriseId: bill.enterpriseId })) throw notFound({ zh: '服务费账单', en: 'fee bill' });
    return { status: 200, body: await billDetail(db, bill, account) };
  },
});

const ask = route({
  method: 'POST',
  path: '/fee-bills/:id/ask-settling',
  resource: 'fee-bill',
  action: 'issue',
  summary: { zh: '重新提交扣收', en: 'Ask again for the money of a bill' },
  description: {
    zh: '扣收申请七天内无人复核即失效，账单仍然有效；由财务重新提交。',
    en: 'A request that nobody decides about within seven days is void; the bill stands, and finance asks again.',
  },
  params: feeBillParams,
  body: askSettlingBody,
  answers: { 200: feeBillAnswer },
  remembers: true,
  handle: async ({ strapi, command, params, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const answer = { status: 200 as const, body: await askAgain(tx, command, params.id) };
      await remember(tx, answer);
      return answer;
    }),
});

const settle = route({
  method: 'POST',
  path: '/fee-bills/:id/settle',
  resource: 'fee-bill',
  action: 'settle',
  summary: { zh: '从预存款扣收服务费账单', en: 'Settle a fee bill from the deposit' },
  params: feeBillParams,
  decides: { action: 'settle', verdict: 'approve' },
  answers: { 200: feeBillAnswer },
  remembers: true,
  handle: async ({ strapi, command, params, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const answer = { status: 200 as const, body: await settleBill(tx, command, params.id) };
      await remember(tx, answer);
      return answer;
    }),
});

const reject = route({
  method: 'POST',
  path: '/fee-bills/:id/reject',
  resource: 'fee-bill',
  action: 'settle',
  summary: { zh: '驳回服务费账单扣收', en: 'Refuse to take the money of a fee bill' },
  description: {
    zh: '账单仍为待结清；更正后由财务重新提交扣收。',
    en: 'The bill stays open; finance asks again when it is right.',
  },
  params: feeBillParams,
  body: rejectSettlingBody,
  decides: { action: 'settle', verdict: 'reject' },
  answers: { 200: feeBillAnswer },
  remembers: true,
  handle: async ({ strapi, account, params, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const answer = { status: 200 as const, body: await refuseSettling(tx, params.id, account) };
      await remember(tx, answer);
      return answer;
    }),
});

export const billRoutes = [issue, read, ask, settle, reject];

export const billList = consoleResource({
  name: 'fee-bills',
  resource: 'fee-bill',
  from: 'billing.bills b JOIN public.enterprises e ON e.id = b.enterprise_id',
  columns: {
    id: { sql: 'b.id', filter: 'relation', sort: true },
    number: { sql: 'b.number', filter: 'prefix', sort: true },
    enterpriseId: { sql: 'b.enterprise_id', filter: 'relation' },
    enterpriseName: { sql: 'e.name', filter: 'text', sort: true },
    month: { sql: 'b.month', filter: 'prefix', sort: true },
    accruedFen: { sql: 'b.accrued_fen' },
    shortfallFen: { sql: 'b.shortfall_fen' },
    totalFen: { sql: 'b.total_fen', sort: true, sum: true },
    state: { sql: 'b.state', filter: 'enum', values: [...billStates] },
    issuedAt: { sql: 'b.issued_at', sort: true },
    settledAt: { sql: 'b.settled_at', sort: true },
  },
  scope: scopeBy({ enterprise: 'b.enterprise_id' }),
  detail: async (id, account, db) => billDetail(db, await readBill(db, id), account),
});
