import { consoleResource, covers, route, scopeBy } from '@linggong/access';
import { databaseOf } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import {
  feePlanActionBody,
  feePlanActionParams,
  feePlanAnswer,
  feePlanParams,
  feePreviewAnswer,
  feePreviewRequest,
  newFeePlan,
  planStates,
} from '../../api';
import { bearings, chargeTimes, feeKinds, taxBearers } from '../../domain';
import { proposeFeePlan } from '../plans/create-plan';
import { decideFeePlan, readPlan } from '../plans/decide-plan';
import { planAnswerOf } from '../plans/plan-rows';
import { previewFees } from '../plans/preview-plan';

const create = route({
  method: 'POST',
  path: '/fee-plans',
  resource: 'fee-plan',
  action: 'create',
  summary: { zh: '新增计费方案', en: 'Create a fee plan' },
  description: {
    zh: '新方案（包括企业的首个方案）均为待复核（proposed），由另一位财务审批批准后生效；七天内无人复核的自动作废。',
    en: 'A new plan, the first of an enterprise too, is proposed; another finance approver decides about it, and what nobody decides about within seven days is void.',
  },
  body: newFeePlan,
  answers: { 201: feePlanAnswer },
  remembers: true,
  handle: async ({ strapi, command, body, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const answer = { status: 201 as const, body: await proposeFeePlan(tx, command, body) };
      await remember(tx, answer);
      return answer;
    }),
});

const read = route({
  method: 'GET',
  path: '/fee-plans/:id',
  resource: 'fee-plan',
  action: 'read',
  summary: { zh: '查看计费方案', en: 'Read a fee plan' },
  params: feePlanParams,
  answers: { 200: feePlanAnswer },
  handle: async ({ strapi, scope, params }) => {
    const plan = await readPlan(databaseOf(strapi), params.id);
    if (!covers(scope, { enterpriseId: plan.enterpriseId })) throw notFound({ zh: '计费方案', en: 'fee plan' });
    return { status: 200, body: planAnswerOf(plan) };
  },
});

const decide = route({
  method: 'POST',
  path: '/fee-plans/:id/:action',
  resource: 'fee-plan',
  action: 'decide',
  summary: { zh: '批准或驳回计费方案', en: 'Approve or reject a fee plan' },
  params: feePlanActionParams,
  body: feePlanActionBody,
  decides: { action: 'decide', verdict: 'by-action' },
  answers: { 200: feePlanAnswer },
  remembers: true,
  handle: async ({ strapi, command, params, body, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const reasoned = body.reason === undefined ? command : { ...command, reason: body.reason };
      const plan = await decideFeePlan(tx, reasoned, params.id, params.action);
      const answer = { status: 200 as const, body: plan };
      await remember(tx, answer);
      return answer;
    }),
});

const preview = route({
  method: 'POST',
  path: '/fee-plans/previews',
  resource: 'fee-plan',
  action: 'preview',
  summary: { zh: '计费方案试算', en: 'Try the terms of a plan on amounts' },
  description: {
    zh: '把一组金额当作一个批次试算，不留下任何记录；与报价使用同一函数。',
    en: 'Takes the amounts as one batch and keeps nothing; the same function that quotes.',
  },
  body: feePreviewRequest,
  answers: { 200: feePreviewAnswer },
  handle: ({ body }) => Promise.resolve({ status: 200 as const, body: previewFees(body) }),
});

export const planRoutes = [preview, create, read, decide];

export const planList = consoleResource({
  name: 'fee-plans',
  resource: 'fee-plan',
  from: 'public.fee_plans p JOIN public.enterprises e ON e.id = p.enterprise_id',
  columns: {
    id: { sql: 'p.id', filter: 'relation', sort: true },
    number: { sql: 'p.number', filter: 'prefix', sort: true },
    enterpriseId: { sql: 'p.enterprise_id', filter: 'relation' },
    enterpriseName: { sql: 'e.name', filter: 'text', sort: true },
    planVersion: { sql: 'p.plan_version' },
    kind: { sql: 'p.kind', filter: 'enum', values: [...feeKinds] },
    rateMillionths: { sql: 'p.rate_millionths', sort: true },
    bearing: { sql: 'p.bearing', filter: 'enum', values: [...bearings] },
    chargedWhen: { sql: 'p.charged_when', filter: 'enum', values: [...chargeTimes] },
    taxBearer: { sql: 'p.tax_bearer', filter: 'enum', values: [...taxBearers] },
    effectiveFrom: { sql: 'p.effective_from', filter: 'day', sort: true },
    effectiveTo: { sql: 'p.effective_to', filter: 'day' },
    state: { sql: 'p.state', filter: 'enum', values: [...planStates] },
  },
  scope: scopeBy({ enterprise: 'p.enterprise_id' }),
  detail: async (id, _account, db) => planAnswerOf(await readPlan(db, id)),
});
