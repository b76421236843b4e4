import { consoleResource, route } from '@linggong/access';
import { clockOf, databaseOf } from '@linggong/core';
import { addDays, notFound, problem, shanghaiDay } from '@linggong/core/domain';
import {
  decisionAnswer,
  decisionParams,
  decisionSubjectKinds,
  featuresAnswer,
  featuresParams,
  rulesAnswer,
  rulesQuery,
  subjectDecisionsAnswer,
  subjectDecisionsParams,
} from '../../api';
import { moments, outcomes } from '../../domain/decide';
import { features } from '../../domain/features';
import { readFeatures } from '../features/read-features';
import { decisionById, decisionsAbout } from './decision-rows';
import { explainDecision } from './explain-decision';
import { ruleFigures } from './rule-figures';

const read = route({
  method: 'GET',
  path: '/risk-decisions/:id',
  resource: 'risk-decision',
  action: 'read',
  summary: { zh: '查看风控决策及其依据', en: 'Read a risk decision and what it stands on' },
  params: decisionParams,
  answers: { 200: decisionAnswer },
  handle: async ({ strapi, params }) => {
    const db = databaseOf(strapi);
    const decision = await decisionById(db, BigInt(params.id));
    if (decision === undefined) throw notFound({ zh: '风控决策', en: 'risk decision' });
    return { status: 200, body: await explainDecision(db, decision) };
  },
});

const about = route({
  method: 'GET',
  path: '/risk-subjects/:kind/:id/decisions',
  resource: 'risk-decision',
  action: 'read',
  summary: { zh: '查看对一个对象的风控决策', en: 'Read the risk decisions about one subject' },
  params: subjectDecisionsParams,
  answers: { 200: subjectDecisionsAnswer },
  handle: async ({ strapi, params }) => {
    const db = databaseOf(strapi);
    const found = await decisionsAbout(db, params.kind, BigInt(params.id));
    const decisions = [];
    for (const decision of found) decisions.push(await explainDecision(db, decision));
    return { status: 200, body: { decisions } };
  },
});

const featuresNow = route({
  method: 'GET',
  path: '/risk-subjects/:kind/:id/features',
  resource: 'risk-decision',
  action: 'read',
  summary: { zh: '查看人员或企业的风控特征', en: 'Read the risk features of a worker or an enterprise' },
  params: featuresParams,
  answers: { 200: featuresAnswer },
  handle: async ({ strapi, params }) => {
    const day = shanghaiDay(clockOf(strapi).now());
    const id = Number(params.id);
    const keys = { workerId: 0, enterpriseId: 0, cardId: 0, taskId: 0 };
    const asked = params.kind === 'worker' ? { ...keys, workerId: id } : { ...keys, enterpriseId: id };
    const wanted = features.filter(({ subject }) =>
      params.kind === 'worker' ? subject === 'worker' || subject === 'phone' : subject === 'enterprise',
    );
    const [values = {}] = await readFeatures(databaseOf(strapi), day, [asked], wanted);
    const shown = wanted.map(({ name, label: { zh, en }, unit }) => ({
      name,
      label: { zh, en },
      unit,
      value: values[name] ?? 0,
    }));
    return { status: 200, body: { day, features: shown } };
  },
});

const rules = route({
  method: 'GET',
  path: '/risk-rules',
  resource: 'risk-decision',
  action: 'list',
  summary: { zh: '查看规则命中与误报', en: 'Read how the risk rules did' },
  query: rulesQuery,
  answers: { 200: rulesAnswer },
  handle: async ({ strapi, query }) => {
    const to = query.to ?? shanghaiDay(clockOf(strapi).now());
    const from = query.from ?? addDays(to, -29);
    if (from > to || from < addDays(to, -366)) throw periodRefused();
    return { status: 200, body: { from, to, rules: await ruleFigures(databaseOf(strapi), from, to) } };
  },
});

const periodRefused = (): Error =>
  problem(
    422,
    'risk-rules-period',
    { zh: '统计期间须为一年以内，且起始日不晚于截止日', en: 'The period is a year at most and begins before it ends' },
    { field: 'from', fix: { zh: '请缩短统计期间', en: 'Choose a shorter period' } },
  );

export const decisionRoutes = [read, about, featuresNow, rules];

export const decisionList = consoleResource({
  name: 'risk-decisions',
  resource: 'risk-decision',
  from: 'risk.decisions d',
  columns: {
    id: { sql: 'd.id', filter: 'relation', sort: true },
    at: { sql: 'd.at', filter: 'instant', sort: true },
    moment: { sql: 'd.moment', filter: 'enum', values: [...moments] },
    outcome: { sql: 'd.outcome', filter: 'enum', values: [...outcomes] },
    score: { sql: 'd.score', sort: true },
    subjectKind: { sql: 'd.subject_kind', filter: 'enum', values: [...decisionSubjectKinds] },
    subjectId: { sql: 'd.subject_id' },
    workerId: { sql: 'd.worker_id', filter: 'relation' },
    enterpriseId: { sql: 'd.enterprise_id', filter: 'relation' },
    versionId: { sql: 'd.version_id', filter: 'relation' },
  },
  order: { column: 'id', direction: 'DESC' },
  scope: (_account, scope) => (scope.kind === 'all' ? 'all' : 'none'),
  detail: async (id, _account, db) => {
    const decision = await decisionById(db, BigInt(id));
    if (decision === undefined) throw notFound({ zh: '风控决策', en: 'risk decision' });
    const { run, hits, reasons, trace, input, policy, isReproduced, microseconds } = await explainDecision(
      db,
      decision,
    );
    return { run, hits, reasons, trace, input, policy, isReproduced, microseconds };
  },
});
