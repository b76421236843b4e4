import { keysetPage, route, type Condition, type Route, type RowScope } from '@linggong/access';
import { pageOf } from '@linggong/access/api';
import { databaseOf, type Queryable } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import { z } from 'zod';
import { checksAccepted, checksToRun, realNameCheck, realNameCheckQuery, type RealNameCheck } from '../../api';
import { isEvidenceCode } from '../../domain';
import { toolsOf } from '../services';
import { CHECK_QUEUE } from './check-queue';
import { queueChecks } from './pending-checks';

const SELECT = `id, code, kind, subject_kind AS "subjectKind", worker_id AS "workerId", bank_card_id AS "bankCardId",
  enterprise_id AS "enterpriseId", provider, outcome, provider_code AS "providerCode", cost_fen AS "costFen", attempts,
  checked_at AS "checkedAt", evidence`;

function scopeConditions(scope: RowScope): Condition[] {
  if (scope.kind === 'all') return [];
  if (scope.kind === 'worker') return [{ sql: 'worker_id = $1', values: [scope.workerId] }];
  if (scope.kind === 'enterprise') return [{ sql: 'enterprise_id = $1', values: [scope.enterpriseId] }];
  return [{ sql: CHECK_QUEUE, values: [scope.accountId] }];
}

function filters(query: z.output<typeof realNameCheckQuery>): Condition[] {
  const { workerId, bankCardId, enterpriseId, outcome } = query;
  const pairs: [string, number | string | undefined][] = [
    ['worker_id', workerId],
    ['bank_card_id', bankCardId],
    ['enterprise_id', enterpriseId],
    ['outcome', outcome],
  ];
  return pairs.flatMap(([column, value]) => (value === undefined ? [] : [{ sql: `${column} = $1`, values: [value] }]));
}

const list = route({
  method: 'GET',
  path: '/real-name-checks',
  resource: 'real-name-check',
  action: 'list',
  summary: { zh: '实名核验记录', en: 'List real-name checks' },
  query: realNameCheckQuery,
  answers: { 200: pageOf(realNameCheck) },
  handle: async ({ strapi, query, scope }) => {
    const where = [...scopeConditions(scope), ...filters(query)];
    const checks = { select: SELECT, from: 'public.real_name_checks', where, id: { sql: 'id', type: 'int' } } as const;
    return { status: 200, body: await keysetPage<RealNameCheck>(databaseOf(strapi), checks, query) };
  },
});

/** @throws Problem `not-found`, also for a code whose check character does not fit */
async function checkByCode(db: Queryable, scope: RowScope, code: string): Promise<RealNameCheck> {
  const [condition] = scopeConditions(scope);
  const bound = condition === undefined ? 'true' : condition.sql.replace('$1', '$2');
  const row = isEvidenceCode(code)
    ? await db.maybeOne<RealNameCheck>(`SELECT ${SELECT} FROM public.real_name_checks WHERE code = $1 AND ${bound}`, [
        code,
        ...(condition?.values ?? []),
      ])
    : undefined;
  if (row === undefined) throw notFound({ zh: '核验记录', en: 'check' });
  return row;
}

const read = route({
  method: 'GET',
  path: '/real-name-checks/:code',
  resource: 'real-name-check',
  action: 'read',
  summary: { zh: '按存证编号查询核验', en: 'Read a check by its traceable code' },
  params: z.strictObject({ code: z.string().max(40) }),
  answers: { 200: realNameCheck },
  handle: async ({ strapi, params, scope }) => ({
    status: 200,
    body: await checkByCode(databaseOf(strapi), scope, params.code),
  }),
});

const run = route({
  method: 'POST',
  path: '/real-name-checks',
  resource: 'real-name-check',
  action: 'run',
  summary: { zh: '发起（重新）实名核验', en: 'Have subjects checked (again)' },
  body: checksToRun,
  answers: { 202: checksAccepted },
  remembers: true,
  handle: async ({ strapi, body, command, remember }) => {
    const { database, jobs } = toolsOf(strapi);
    return database.transaction(async (tx) => {
      const jobIds = await queueChecks(tx, jobs, command, body.subjectKind, body.ids);
      const answer = { status: 202 as const, body: { jobIds } };
      await remember(tx, answer);
      return answer;
    });
  },
});

export const checkRoutes: readonly Route[] = [list, read, run];
