import { apiRoutes, consoleResource, consoleRoutes, route, scopeBy } from '@linggong/access';
import { databaseOf } from '@linggong/core';
import { feePlanAnswer, newFeePlan } from '../api';
import { createFeePlan } from './fee-plans';

const create = route({
  method: 'POST',
  path: '/fee-plans',
  resource: 'fee-plan',
  action: 'create',
  summary: { zh: '新增计费方案', en: 'Create a fee plan' },
  body: newFeePlan,
  answers: { 201: feePlanAnswer },
  remembers: true,
  handle: async (call) =>
    databaseOf(call.strapi).transaction(async (tx) => {
      const answer = { status: 201 as const, body: await createFeePlan(tx, call.command, call.body) };
      await call.remember(tx, answer);
      return answer;
    }),
});

const feePlans = consoleResource({
  name: 'fee-plans',
  resource: 'fee-plan',
  from: 'public.fee_plans p JOIN public.enterprises e ON e.id = p.enterprise_id',
  columns: {
    id: { sql: 'p.id', sort: true },
    number: { sql: 'p.number', filter: 'prefix', sort: true },
    enterpriseId: { sql: 'p.enterprise_id', filter: 'relation' },
    enterpriseName: { sql: 'e.name', filter: 'text', sort: true },
    planVersion: { sql: 'p.plan_version' },
    rateMillionths: { sql: 'p.rate_millionths', sort: true },
    effectiveFrom: { sql: 'p.effective_from', filter: 'day', sort: true },
    effectiveTo: { sql: 'p.effective_to', filter: 'day' },
    state: { sql: 'p.state', filter: 'enum', values: ['in-force', 'closed'] },
  },
  scope: scopeBy({ enterprise: 'p.enterprise_id' }),
});

export const routes = { api: apiRoutes([create]), console: consoleRoutes([feePlans]) };
