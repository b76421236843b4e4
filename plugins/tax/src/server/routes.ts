import { apiRoutes, covers, route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { databaseOf } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import {
  choiceOf,
  declarationAnswer,
  declarationBody,
  paymentsOf,
  periodActionBody,
  periodActionParams,
  simulationAnswer,
  simulationAnswerOf,
  simulationRequest,
  taxPeriodAnswer,
  taxYearAnswer,
  taxYearParams,
} from '../api';
import { simulate, tracesOf } from '../domain';
import { readTables } from './parameters/read-tables';
import { workerTaxYear } from './read/tax-year';
import { declareCorrections, shownDeclaration } from './settle/declare-corrections';
import { movePeriod } from './settle/move-period';

const simulatePayments = route({
  method: 'POST',
  path: '/tax/simulations',
  resource: 'tax-simulation',
  action: 'run',
  summary: { zh: '税费测算', en: 'Simulate the taxes of payments' },
  description: {
    zh: '按顺序计算每笔付款的增值税、附加税费、个人所得税与实发金额，不留下任何记录。',
    en: 'Computes VAT, surcharges, income tax and net of each payment in the order given; nothing is kept.',
  },
  body: simulationRequest,
  answers: { 200: simulationAnswer },
  handle: async ({ strapi, body }) => {
    const { tables } = await readTables(databaseOf(strapi));
    const simulation = simulate(tables, choiceOf(body), paymentsOf(body));
    const traces = body.trace ? tracesOf(simulation.payments) : [];
    return { status: 200, body: simulationAnswerOf(simulation, traces) };
  },
});

const readTaxYear = route({
  method: 'GET',
  path: '/workers/:id/tax-years/:year',
  resource: 'tax-year',
  action: 'read',
  summary: { zh: '灵工本年累计', en: 'Year to date of a worker, by month' },
  params: taxYearParams,
  answers: { 200: taxYearAnswer },
  handle: async ({ strapi, params, scope }) => {
    if (!covers(scope, { workerId: params.id })) throw notFound({ zh: '灵工', en: 'worker' });
    const db = databaseOf(strapi);
    const known = await db.maybeOne('SELECT FROM parties.published_worker_facts WHERE worker_id = $1', [params.id]);
    if (!known) throw notFound({ zh: '灵工', en: 'worker' });
    return { status: 200, body: await workerTaxYear(db, params.id, params.year) };
  },
});

const actOnPeriod = route({
  method: 'POST',
  path: '/tax-periods/:id/:action',
  resource: 'tax-period',
  action: 'move',
  summary: { zh: '税款所属期关账、申报、缴款', en: 'Close, reopen, file or pay a tax period' },
  params: periodActionParams,
  body: periodActionBody,
  answers: { 200: taxPeriodAnswer },
  remembers: true,
  handle: async ({ strapi, params, command, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const body = await movePeriod(tx, params.id, params.action, command);
      const answer = { status: 200 as const, body };
      await remember(tx, answer);
      return answer;
    }),
});

const declareCorrection = route({
  method: 'POST',
  path: '/tax-corrections/:id/declare',
  resource: 'tax-correction',
  action: 'declare',
  summary: { zh: '登记更正申报', en: 'Note a corrected return' },
  description: {
    zh: '一份更正申报覆盖整个所属月份：该月未申报的更正一并登记。经机构负责人审批后登记。',
    en: 'One corrected return says a whole month: every open correction of that month is noted with it, once the institution’s manager has approved it.',
  },
  params: idParams,
  body: declarationBody,
  answers: { 200: declarationAnswer },
  remembers: true,
  shows: ({ strapi, params, body }) => shownDeclaration(databaseOf(strapi), params.id, body.reference),
  handle: async ({ strapi, params, body, command, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const answer = { status: 200 as const, body: await declareCorrections(tx, command, params.id, body.reference) };
      await remember(tx, answer);
      return answer;
    }),
});

export const taxRoutes = apiRoutes([simulatePayments, readTaxYear, actOnPeriod, declareCorrection]);
