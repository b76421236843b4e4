import { consoleResource, route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { clockOf, databaseOf, type Command, type Tx } from '@linggong/core';
import { vaultOf } from '@linggong/vault';
import type { Core } from '@strapi/strapi';
import {
  askedExplanation,
  explanationAnswer,
  explanationFileForm,
  explanationParams,
  explanationRequest,
  explanationsAnswer,
  ownExplanation,
  type ExplanationsAnswer,
} from '../../../api';
import { explanationParties, explanationStates } from '../../../domain';
import { evidenceDigest, withEvidence } from '../../files/evidence-file';
import { ASKED, PARTY_NUMBER, readExplanation, STATE_OF_EXPLANATION } from './explanation-rows';
import { addExplanationFile, giveExplanation } from './give-explanation';
import { askExplanations, explanationsOf, keepExplanation } from './explanations';

interface Asked {
  readonly strapi: Core.Strapi;
  readonly command: Command;
  remember(tx: Tx, answer: { status: 200; body: ExplanationsAnswer }): Promise<void>;
}

function within({ strapi, command, remember }: Asked, caseId: number, work: (tx: Tx) => Promise<void>) {
  return databaseOf(strapi).transaction(async (tx) => {
    await work(tx);
    const answer = { status: 200 as const, body: await explanationsOf(tx, caseId, command.at) };
    await remember(tx, answer);
    return answer;
  });
}

const list = route({
  method: 'GET',
  path: '/risk-cases/:id/explanations',
  resource: 'risk-case',
  action: 'read',
  summary: { zh: '查看案件的说明', en: 'Read the explanations of a risk case' },
  params: idParams,
  answers: { 200: explanationsAnswer },
  handle: async ({ strapi, params, command }) => ({
    status: 200,
    body: await explanationsOf(databaseOf(strapi), params.id, command.at),
  }),
});

const ask = route({
  method: 'POST',
  path: '/risk-cases/:id/explanations',
  resource: 'risk-case',
  action: 'handle',
  summary: { zh: '要求企业或灵工说明', en: 'Ask the enterprise or the worker of a case for an explanation' },
  description: {
    zh: '同一案件的同一方答复前只能要求一次；材料作为案件证据上传。',
    en: 'One waits of a party at a time; papers are added as evidence of the case.',
  },
  params: idParams,
  body: explanationRequest,
  answers: { 200: explanationsAnswer },
  remembers: true,
  handle: (call) => within(call, call.params.id, (tx) => askExplanations(tx, call.command, call.params.id, call.body)),
});

const keep = route({
  method: 'POST',
  path: '/risk-cases/:id/explanations/:explanationId/answer',
  resource: 'risk-case',
  action: 'handle',
  summary: { zh: '登记说明的答复', en: 'Keep what was explained' },
  params: explanationParams,
  body: explanationAnswer,
  answers: { 200: explanationsAnswer },
  remembers: true,
  handle: (call) => within(call, call.params.id, (tx) => keepExplanation(tx, call.command, call.params, call.body)),
});

const read = route({
  method: 'GET',
  path: '/risk-explanations/:id',
  resource: 'risk-explanation',
  action: 'read',
  summary: { zh: '查看被要求的说明', en: 'Read what is asked of a party' },
  params: idParams,
  answers: { 200: askedExplanation },
  handle: async ({ strapi, params, scope, command }) => ({
    status: 200,
    body: await readExplanation(databaseOf(strapi), scope, params.id, command.at),
  }),
});

const give = route({
  method: 'POST',
  path: '/risk-explanations/:id/answer',
  resource: 'risk-explanation',
  action: 'answer',
  summary: { zh: '提交说明', en: 'Explain oneself' },
  description: {
    zh: '由被要求的企业或灵工本人提交，提交后不可更改；材料须先上传。',
    en: 'By the enterprise or worker that was asked, once; papers are sent before.',
  },
  params: idParams,
  body: ownExplanation,
  answers: { 200: askedExplanation },
  remembers: true,
  handle: ({ strapi, params: { id }, body: { answer }, scope, command, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      await giveExplanation(tx, command, scope, { id, answer });
      const given = { status: 200 as const, body: await readExplanation(tx, scope, id, command.at) };
      await remember(tx, given);
      return given;
    }),
});

const addFile = route({
  method: 'POST',
  path: '/risk-explanations/:id/files',
  resource: 'risk-explanation',
  action: 'answer',
  summary: { zh: '为说明上传材料', en: 'Send a paper with an explanation' },
  description: {
    zh: '表单字段 file：PDF、JPEG 或 PNG，最多 20 MiB，最多 10 个，加密保存；提交说明后不能再上传。',
    en: 'Form field file: PDF, JPEG or PNG, at most 20 MiB, at most 10, kept sealed; none after the answer.',
  },
  params: idParams,
  upload: ['multipart/form-data'],
  uploadBodies: { 'multipart/form-data': explanationFileForm },
  digest: evidenceDigest(explanationFileForm),
  answers: { 201: askedExplanation },
  remembers: true,
  handle: async ({ strapi, params: { id }, scope, command, http, remember }) => {
    // Whose it is not learns that before he sends his file.
    await readExplanation(databaseOf(strapi), scope, id, command.at);
    return withEvidence(http.request, explanationFileForm, (file) =>
      databaseOf(strapi).transaction(async (tx) => {
        await addExplanationFile(vaultOf(strapi), tx, command, scope, { id, file });
        const answer = { status: 201 as const, body: await readExplanation(tx, scope, id, command.at) };
        await remember(tx, answer, file.receivedSha256);
        return answer;
      }),
    );
  },
});

export const explanationRoutes = [list, ask, keep, read, give, addFile];

/** What is asked, with its clock: all of it for staff, to each party its own. */
export const explanationList = consoleResource({
  name: 'risk-explanations',
  resource: 'risk-explanation',
  from: 'risk.explanations x JOIN risk.cases c ON c.id = x.case_id',
  columns: {
    id: { sql: 'x.id', filter: 'relation', sort: true },
    number: { sql: 'x.number', filter: 'prefix', sort: true },
    caseId: { sql: 'x.case_id', filter: 'relation' },
    caseNumber: { sql: 'c.number' },
    partyKind: { sql: 'x.party_kind', filter: 'enum', values: [...explanationParties] },
    enterpriseId: { sql: ASKED.enterprise, filter: 'relation' },
    workerId: { sql: ASKED.worker, filter: 'relation' },
    partyNumber: { sql: PARTY_NUMBER },
    question: { sql: 'x.question' },
    dueOn: { sql: 'x.due_on', filter: 'day', sort: true },
    state: { sql: STATE_OF_EXPLANATION, filter: 'enum', values: [...explanationStates] },
    askedBy: { sql: 'x.asked_by' },
    askedAt: { sql: 'x.asked_at', filter: 'instant', sort: true },
    means: { sql: 'x.means' },
    answeredOn: { sql: 'x.answered_on', filter: 'day' },
  },
  order: { column: 'dueOn', direction: 'ASC' },
  scope: (_account, scope) => {
    if (scope.kind === 'all') return 'all';
    if (scope.kind === 'account') return 'none';
    const partyId = scope.kind === 'enterprise' ? scope.enterpriseId : scope.workerId;
    return { sql: 'x.party_kind = $1 AND x.party_id = $2', values: [scope.kind, partyId] };
  },
  detail: (id, _account, db, { strapi, scope }) => readExplanation(db, scope, id, clockOf(strapi).now()),
});
