import { consoleResource, route, type ConsoleResource } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { databaseOf } from '@linggong/core';
import type { Text2 } from '@linggong/core/domain';
import type { Core } from '@strapi/strapi';
import { newPeriodReview, periodConclusion, periodReviewAnswer as answerShape } from '../../../api';
import { periodStates, type PeriodKind } from '../../../domain';
import { endReview } from './end-review';
import { makeReview, type CountPeriod } from './make-review';
import { reviewAnswer } from './review-rows';

/** What one kind of review is called, and how it counts. */
interface PeriodReviewSpec {
  readonly kind: PeriodKind;
  readonly resource: 'real-name-review' | 'operation-review';
  readonly name: Text2;
  counting(strapi: Core.Strapi): CountPeriod;
}

/** The operations of a kind of review by the month: made by one, read by many, signed off or given back by another. */
export function periodRoutes({ kind, resource, name, counting }: PeriodReviewSpec) {
  const path = `/${resource}s` as const;
  const make = route({
    method: 'POST',
    path,
    resource,
    action: 'make',
    summary: { zh: `生成${name.zh}`, en: `Make a ${name.en}` },
    description: {
      zh: '统计已结束的一个月，与上月对比；每项发现立案。统计结果不可修改。',
      en: 'Counts a month that is over beside the month before; each finding is a case. What was counted never changes.',
    },
    body: newPeriodReview,
    answers: { 201: answerShape },
    remembers: true,
    handle: ({ strapi, command, body, remember }) =>
      databaseOf(strapi).transaction(async (tx) => {
        const id = await makeReview(tx, command, { kind, month: body.month, count: counting(strapi) });
        const answer = { status: 201 as const, body: await reviewAnswer(tx, kind, id, command.actor.accountId) };
        await remember(tx, answer);
        return answer;
      }),
  });
  const read = route({
    method: 'GET',
    path: `${path}/:id`,
    resource,
    action: 'read',
    summary: { zh: `查看${name.zh}`, en: `Read a ${name.en}` },
    params: idParams,
    answers: { 200: answerShape },
    handle: async ({ strapi, params, account }) => ({
      status: 200,
      body: await reviewAnswer(databaseOf(strapi), kind, params.id, account.id),
    }),
  });
  const ends = (
    [
      ['sign-off', 'signed', { zh: `签核${name.zh}`, en: `Sign a ${name.en} off` }],
      ['give-back', 'returned', { zh: `退回${name.zh}`, en: `Give a ${name.en} back` }],
    ] as const
  ).map(([action, state, summary]) =>
    route({
      method: 'POST',
      path: `${path}/:id/${action}`,
      resource,
      action,
      summary,
      params: idParams,
      body: periodConclusion,
      answers: { 200: answerShape },
      remembers: true,
      handle: ({ strapi, command, params, body, remember }) =>
        databaseOf(strapi).transaction(async (tx) => {
          await endReview(tx, command, { kind, id: params.id, state }, body.conclusion);
          const answer = {
            status: 200 as const,
            body: await reviewAnswer(tx, kind, params.id, command.actor.accountId),
          };
          await remember(tx, answer);
          return answer;
        }),
    }),
  );
  return [make, read, ...ends];
}

/** The list of a kind of review. */
export function periodList({ kind, resource }: Pick<PeriodReviewSpec, 'kind' | 'resource'>): ConsoleResource {
  return consoleResource({
    name: `${resource}s`,
    resource,
    from: `(SELECT * FROM risk.period_reviews WHERE kind = '${kind}') r`,
    columns: {
      id: { sql: 'r.id', sort: true, filter: 'relation' },
      number: { sql: 'r.number', filter: 'prefix', sort: true },
      month: { sql: 'r.month', filter: 'exact', sort: true },
      state: { sql: 'r.state', filter: 'enum', values: [...periodStates], sort: true },
      findings: { sql: '(SELECT count(*)::int FROM risk.period_findings f WHERE f.review_id = r.id)' },
      offTarget: {
        sql: `(SELECT count(*)::int FROM risk.period_figures f WHERE f.review_id = r.id
                AND CASE f.target_kind WHEN 'at-least' THEN f.value < f.target WHEN 'at-most' THEN f.value > f.target END)`,
      },
      madeBy: { sql: 'r.made_by' },
      madeAt: { sql: 'r.made_at', filter: 'instant', sort: true },
      endedBy: { sql: 'r.ended_by' },
      endedAt: { sql: 'r.ended_at', filter: 'instant', sort: true },
    },
    order: { column: 'month', direction: 'DESC' },
    scope: (_account, scope) => (scope.kind === 'all' ? 'all' : 'none'),
    detail: (id, account, db) => reviewAnswer(db, kind, id, account.id),
  });
}
