import { consoleResource, route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { databaseOf } from '@linggong/core';
import { partiesOf } from '@linggong/parties';
import { measureAnswer, measureLifting, measureParams, newMeasure } from '../../api';
import { measureKinds, measureLists, measureStates, measureSubjects } from '../../domain';
import { readCase } from '../cases/case-rows';
import { standing } from './carry-out';
import { liftMeasure, readMeasure, shownOf, takeMeasure } from './take-measure';

const take = route({
  method: 'POST',
  path: '/risk-cases/:id/measures',
  resource: 'risk-measure',
  action: 'take',
  summary: { zh: '对风险案件采取措施', en: 'Take a measure on a risk case' },
  description: {
    zh: '冻结灵工、暂停企业、暂缓发放、调低限额或列入名单。由另一人审批后执行，可解除。',
    en: 'Freezes a worker, suspends an enterprise, holds payments, lowers limits or puts somebody on a list. Carried out once somebody else approved it, and can be lifted.',
  },
  params: idParams,
  body: newMeasure,
  answers: { 201: measureAnswer },
  remembers: true,
  shows: ({ strapi, params, body }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const { number } = await readCase(tx, params.id);
      const subject = await standing(tx, body.subjectKind, body.subjectId);
      const { kind, lineLimitFen, monthLimitFen, list, listBy, endsOn } = body;
      const listed = list === undefined ? {} : { list, listBy: listBy?.join(' '), endsOn };
      return {
        subject: {
          id: `${params.id}/${kind}/${body.subjectKind}/${body.subjectId}`,
          label: `${number} · ${subject.number}`,
        },
        before: { number: subject.number, state: subject.state },
        after: { number: subject.number, measure: kind, lineLimitFen, monthLimitFen, ...listed, state: 'in-force' },
      };
    }),
  handle: async ({ strapi, command, params, body, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const answer = { status: 201 as const, body: await takeMeasure(partiesOf(strapi), tx, command, params.id, body) };
      await remember(tx, answer);
      return answer;
    }),
});

const lift = route({
  method: 'POST',
  path: '/risk-measures/:id/lift',
  resource: 'risk-measure',
  action: 'lift',
  summary: { zh: '解除风险措施', en: 'Lift a risk measure' },
  params: measureParams,
  body: measureLifting,
  answers: { 200: measureAnswer },
  remembers: true,
  shows: async ({ strapi, params }) => {
    const measure = await readMeasure(databaseOf(strapi), params.id);
    const before = shownOf(measure);
    return { subject: { id: measure.id, label: measure.number }, before, after: { ...before, state: 'lifted' } };
  },
  handle: async ({ strapi, command, params, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const answer = { status: 200 as const, body: await liftMeasure(partiesOf(strapi), tx, command, params.id) };
      await remember(tx, answer);
      return answer;
    }),
});

export const measureRoutes = [take, lift];

export const measureList = consoleResource({
  name: 'risk-measures',
  resource: 'risk-measure',
  from: 'risk.measures m JOIN risk.cases c ON c.id = m.case_id',
  columns: {
    id: { sql: 'm.id', filter: 'relation', sort: true },
    number: { sql: 'm.number', filter: 'prefix', sort: true },
    caseId: { sql: 'm.case_id', filter: 'relation' },
    caseNumber: { sql: 'c.number' },
    kind: { sql: 'm.kind', filter: 'enum', values: [...measureKinds] },
    subjectKind: { sql: 'm.subject_kind', filter: 'enum', values: [...measureSubjects] },
    subjectId: { sql: 'm.subject_id', filter: 'relation' },
    subjectNumber: {
      sql: `CASE m.subject_kind WHEN 'worker' THEN (SELECT w.number FROM parties.published_worker_facts w WHERE w.worker_id = m.subject_id)
        ELSE (SELECT e.number FROM parties.published_enterprise_facts e WHERE e.enterprise_id = m.subject_id) END`,
    },
    lineLimitFen: { sql: 'm.line_limit_fen' },
    monthLimitFen: { sql: 'm.month_limit_fen' },
    list: { sql: 'm.list', filter: 'enum', values: [...measureLists] },
    endsOn: { sql: 'm.ends_on' },
    state: { sql: 'm.state', filter: 'enum', values: [...measureStates] },
    reason: { sql: 'm.reason' },
    takenBy: { sql: 'm.taken_by' },
    takenAt: { sql: 'm.taken_at', filter: 'instant', sort: true },
    liftedBy: { sql: 'm.lifted_by' },
    liftReason: { sql: 'm.lift_reason' },
    liftedAt: { sql: 'm.lifted_at', filter: 'instant', sort: true },
  },
  scope: (_account, scope) => (scope.kind === 'all' ? 'all' : 'none'),
});
