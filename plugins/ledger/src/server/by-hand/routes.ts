import { apiRoutes, route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { databaseOf, type Tx } from '@linggong/core';
import { adjustmentBody, bookedAnswer, reversalBody } from '../../api';
import type { Posting } from '../../domain';
import { adjust, reverseByHand } from './book-by-hand';
import { movesByItself, shownAdjustment, shownReversal } from './shown-entry';

/** The schema knows the shape of a code; whether there is such an account, the books say. */
const postingsOf = (body: { postings: readonly unknown[] }): readonly Posting[] => body.postings as readonly Posting[];

const adjusting = route({
  method: 'POST',
  path: '/ledger-transactions/adjustments',
  resource: 'ledger-transaction',
  action: 'adjust',
  summary: { zh: '调账', en: 'Book an adjustment' },
  description: {
    zh: '由财务提出、另一位财务审批批准后记账，记账时间为批准之时。只能调整银行、预存款、服务费与待识别来账账户；税费与应付灵工款由业务记录维护。',
    en: 'Asked by finance, booked once another approver said yes, on that instant. Bank, deposit, fee and suspense accounts alone: taxes and what workers are due are kept by their records.',
  },
  body: adjustmentBody,
  answers: { 201: bookedAnswer },
  remembers: true,
  shows: ({ strapi, body }) => shownAdjustment(databaseOf(strapi), postingsOf(body)),
  moving: movesByItself,
  handle: ({ strapi, body, command, remember }) =>
    databaseOf(strapi).transaction(async (tx: Tx) => {
      const answer = { status: 201 as const, body: await adjust(tx, command, postingsOf(body), body.reason) };
      await remember(tx, answer);
      return answer;
    }),
});

const reversing = route({
  method: 'POST',
  path: '/ledger-transactions/:id/reverse',
  resource: 'ledger-transaction',
  action: 'reverse',
  summary: { zh: '冲销调账凭证', en: 'Reverse an adjustment' },
  description: {
    zh: '以反向凭证冲销，原凭证不变，每张只能冲销一次。业务凭证（付款、入金、服务费、税费）由业务本身更正，不能手工冲销。',
    en: 'By a new entry the other way round; the original stays, and is reversed once only. What a business booked is undone by that business, never by hand.',
  },
  params: idParams,
  body: reversalBody,
  answers: { 201: bookedAnswer },
  remembers: true,
  shows: ({ strapi, params }) => shownReversal(databaseOf(strapi), params.id),
  moving: movesByItself,
  handle: ({ strapi, params, body, command, remember }) =>
    databaseOf(strapi).transaction(async (tx: Tx) => {
      const answer = { status: 201 as const, body: await reverseByHand(tx, command, params.id, body.reason) };
      await remember(tx, answer);
      return answer;
    }),
});

export const byHandRoutes = apiRoutes([adjusting, reversing]);
