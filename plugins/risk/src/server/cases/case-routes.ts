import { route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { databaseOf, type Command, type Tx } from '@linggong/core';
import type { Core } from '@strapi/strapi';
import {
  newRiskCase,
  riskBoard,
  riskCaseAction,
  riskCaseAnswer,
  riskCaseClosing,
  riskCaseGrading,
  riskCaseReason,
  riskCaseReopening,
  type RiskCaseAnswer,
} from '../../api';
import { actOnCase, gradeCase } from './act-on-case';
import { openByPerson } from './open-by-person';
import { readBoard } from './read-board';
import { caseAnswer } from './read-case';

type Remember = (tx: Tx, answer: { status: 200; body: RiskCaseAnswer }) => Promise<void>;

/** Does something to a case in one transaction and answers how it stands then. */
export async function within(
  { strapi, command, remember }: { strapi: Core.Strapi; command: Command; remember: Remember },
  id: number,
  work: (tx: Tx, command: Command) => Promise<unknown>,
): Promise<{ status: 200; body: RiskCaseAnswer }> {
  return databaseOf(strapi).transaction(async (tx) => {
    await work(tx, command);
    const answer = { status: 200 as const, body: await caseAnswer(tx, id) };
    await remember(tx, answer);
    return answer;
  });
}

const create = route({
  method: 'POST',
  path: '/risk-cases',
  resource: 'risk-case',
  action: 'create',
  summary: { zh: '人工立案', en: 'Open a risk case' },
  description: {
    zh: '同一灵工或企业未办结前只有一个人工案件；再次立案记为该案件的意见。',
    en: 'About the same worker or enterprise it is one case while that is not closed; what is told again becomes a comment of it.',
  },
  body: newRiskCase,
  answers: { 201: riskCaseAnswer },
  remembers: true,
  handle: async ({ strapi, command, body, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const { id } = await openByPerson(tx, command, body);
      const answer = { status: 201 as const, body: await caseAnswer(tx, id) };
      await remember(tx, answer);
      return answer;
    }),
});

const board = route({
  method: 'GET',
  path: '/risk-cases/board',
  resource: 'risk-case',
  action: 'list',
  summary: { zh: '风险案件看板', en: 'Board of risk cases' },
  answers: { 200: riskBoard },
  handle: async ({ strapi, command }) => ({ status: 200, body: await readBoard(databaseOf(strapi), command.at) }),
});

const read = route({
  method: 'GET',
  path: '/risk-cases/:id',
  resource: 'risk-case',
  action: 'read',
  summary: { zh: '查看风险案件', en: 'Read a risk case' },
  params: idParams,
  answers: { 200: riskCaseAnswer },
  handle: async ({ strapi, params }) => ({ status: 200, body: await caseAnswer(databaseOf(strapi), params.id) }),
});

const close = route({
  method: 'POST',
  path: '/risk-cases/:id/close',
  resource: 'risk-case',
  action: 'handle',
  summary: { zh: '办结风险案件，须写明结论', en: 'Close a risk case with its outcome' },
  description: {
    zh: '结论为“误报”时，须先解除该案件的措施。结论计入触发规则的命中与误报。投诉须填写给投诉人的答复（answer），投诉人可见。',
    en: 'As a false alarm only once its measures are lifted. The outcome counts for the rule that opened it. A complaint is closed with an answer, which whoever complained sees.',
  },
  params: idParams,
  body: riskCaseClosing,
  answers: { 200: riskCaseAnswer },
  remembers: true,
  handle: (call) =>
    within(call, call.params.id, (tx, command) =>
      actOnCase(tx, command, call.params.id, 'close', call.body.outcome, call.body.answer),
    ),
});

const reopen = route({
  method: 'POST',
  path: '/risk-cases/:id/reopen',
  resource: 'risk-case',
  action: 'handle',
  summary: { zh: '重新打开风险案件', en: 'Open a risk case again' },
  params: idParams,
  body: riskCaseReopening,
  answers: { 200: riskCaseAnswer },
  remembers: true,
  handle: (call) => within(call, call.params.id, (tx, command) => actOnCase(tx, command, call.params.id, 'reopen')),
});

const grade = route({
  method: 'POST',
  path: '/risk-cases/:id/grade',
  resource: 'risk-case',
  action: 'handle',
  summary: { zh: '调整风险案件等级', en: 'Grade a risk case' },
  params: idParams,
  body: riskCaseGrading,
  answers: { 200: riskCaseAnswer },
  remembers: true,
  handle: (call) =>
    within(call, call.params.id, (tx, command) => gradeCase(tx, command, call.params.id, call.body.severity)),
});

const act = route({
  method: 'POST',
  path: '/risk-cases/:id/:action',
  resource: 'risk-case',
  action: 'handle',
  summary: { zh: '接手、退回、挂起或恢复风险案件', en: 'Take, put back, suspend or resume a risk case' },
  params: riskCaseAction,
  body: riskCaseReason,
  answers: { 200: riskCaseAnswer },
  remembers: true,
  handle: (call) =>
    within(call, call.params.id, (tx, command) => actOnCase(tx, command, call.params.id, call.params.action)),
});

export const caseRoutes = [create, board, read, close, reopen, grade, act];
