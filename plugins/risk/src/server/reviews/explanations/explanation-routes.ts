import { route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { databaseOf, type Command, type Tx } from '@linggong/core';
import type { Core } from '@strapi/strapi';
import {
  explanationAnswer,
  explanationParams,
  explanationRequest,
  explanationsAnswer,
  type ExplanationsAnswer,
} from '../../../api';
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

export const explanationRoutes = [list, ask, keep];
