import { covers, route, type Route, type RowScope } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { notFound, problem } from '@linggong/core/domain';
import {
  extendRequest,
  lockRequest,
  makeFileLink,
  moveRequest,
  receiveRequest,
  type NewDataRequest,
} from '@linggong/vault';
import {
  dataRequestAnswer,
  fileLinkAnswer,
  newDataRequest,
  requestOutcome,
  requestReason,
  requestRefusal,
} from '@linggong/vault/api';
import { toolsOf } from '../services';
import { lockWorker, noSuchWorker } from '../workers/worker-rows';
import { requestById } from './request-rows';
import { tellAsker } from './tell-asker';

/**
 * Whom a request is about: a worker asks for himself; staff name him and say how he showed who he is.
 * @throws Problem `not-found`; 400 `identity-not-shown`
 */
function subjectOf(scope: RowScope, body: { workerId?: number | undefined; identityShown?: string | undefined }) {
  if (scope.kind === 'worker') {
    if (body.workerId !== undefined && !covers(scope, { workerId: body.workerId })) throw noSuchWorker();
    return { workerId: scope.workerId };
  }
  if (scope.kind !== 'all' || body.workerId === undefined) throw noSuchWorker();
  if (body.identityShown === undefined) {
    throw problem(
      400,
      'identity-not-shown',
      { zh: '代本人提出时，请说明如何核实了本人身份', en: 'Say how he showed who he is' },
      { field: 'identityShown' },
    );
  }
  return { workerId: body.workerId, identityShown: body.identityShown };
}

const create = route({
  method: 'POST',
  path: '/data-requests',
  resource: 'data-request',
  action: 'create',
  summary: { zh: '提出个人信息请求', en: 'Ask about one’s own data' },
  description: {
    zh: '查阅复制、更正、删除、解释说明、撤回同意。十五日内答复；副本由平台自动生成。',
    en: 'A copy, a correction, deletion, an explanation, taking back a consent. Answered within 15 days; a copy is made by itself.',
  },
  body: newDataRequest,
  answers: { 201: dataRequestAnswer },
  remembers: true,
  handle: async ({ strapi, body, command, scope, remember }) => {
    const { database, jobs } = toolsOf(strapi);
    const wish: NewDataRequest = { kind: body.kind, asked: body.asked, ...subjectOf(scope, body) };
    return database.transaction(async (tx) => {
      await lockWorker(tx, wish.workerId);
      const id = await receiveRequest(tx, jobs, command, wish);
      const answer = { status: 201 as const, body: await requestById(tx, scope, id) };
      await remember(tx, answer);
      return answer;
    });
  },
});

const read = route({
  method: 'GET',
  path: '/data-requests/:id',
  resource: 'data-request',
  action: 'read',
  summary: { zh: '个人信息请求详情', en: 'Read a data request with its steps' },
  params: idParams,
  answers: { 200: dataRequestAnswer },
  handle: async ({ strapi, params, scope }) => ({
    status: 200,
    body: await requestById(toolsOf(strapi).database, scope, params.id),
  }),
});

const start = route({
  method: 'POST',
  path: '/data-requests/:id/start',
  resource: 'data-request',
  action: 'start',
  summary: { zh: '开始处理', en: 'Start to work on a request' },
  params: idParams,
  answers: { 200: dataRequestAnswer },
  handle: async ({ strapi, params, scope, command }) => {
    const { database } = toolsOf(strapi);
    await database.transaction(async (tx) => moveRequest(tx, command, await lockRequest(tx, params.id), 'start'));
    return { status: 200, body: await requestById(database, scope, params.id) };
  },
});

const extend = route({
  method: 'POST',
  path: '/data-requests/:id/extend',
  resource: 'data-request',
  action: 'extend',
  summary: { zh: '延长至三十日', en: 'Extend the time to thirty days, once' },
  params: idParams,
  body: requestReason,
  answers: { 200: dataRequestAnswer },
  handle: async ({ strapi, params, body, scope, command }) => {
    const { database } = toolsOf(strapi);
    await database.transaction(async (tx) => extendRequest(tx, command, await lockRequest(tx, params.id), body.reason));
    return { status: 200, body: await requestById(database, scope, params.id) };
  },
});

/**
 * Deletion while the law has the records kept is the end of all use but keeping them (PIPL art. 47): nobody is told that it is done as long
 * as he is still a worker here. @throws Problem 409 `worker-not-deregistered`
 */
async function demandLeft(tx: Tx, workerId: number): Promise<void> {
  const { state } = await lockWorker(tx, workerId);
  if (state === 'deregistered') return;
  throw problem(
    409,
    'worker-not-deregistered',
    { zh: '该人员尚未注销，不能答复为已删除', en: 'He is still a worker here, so deletion cannot be answered for' },
    { fix: { zh: '请先注销，或说明依据拒绝', en: 'Deregister him first, or refuse with a basis' } },
  );
}

/**
 * Nobody is told that he has his copy before it was made: the job that makes it answers by itself.
 * @throws Problem 409 `copy-not-made`
 */
async function demandCopy(tx: Tx, id: number): Promise<void> {
  const row = await tx.maybeOne('SELECT FROM vault.published_data_requests WHERE id = $1 AND copy_file IS NOT NULL', [
    id,
  ]);
  if (row) return;
  throw problem(
    409,
    'copy-not-made',
    { zh: '副本尚未生成，不能答复', en: 'The copy is not made yet, so it cannot be answered for' },
    { fix: { zh: '请等待生成；生成后自动答复', en: 'Wait until it is made; it answers by itself' } },
  );
}

const answer = route({
  method: 'POST',
  path: '/data-requests/:id/answer',
  resource: 'data-request',
  action: 'answer',
  summary: { zh: '答复请求', en: 'Answer a request' },
  params: idParams,
  body: requestOutcome,
  answers: { 200: dataRequestAnswer },
  handle: async ({ strapi, params, body, scope, command }) => {
    const { database } = toolsOf(strapi);
    await database.transaction(async (tx) => {
      const request = await lockRequest(tx, params.id);
      if (request.kind === 'deletion') await demandLeft(tx, request.workerId);
      if (request.kind === 'copy') await demandCopy(tx, request.id);
      await moveRequest(tx, command, request, 'answer', { outcome: body.outcome });
      await tellAsker(tx, command, request, 'data-request-answered');
    });
    return { status: 200, body: await requestById(database, scope, params.id) };
  },
});

const refuse = route({
  method: 'POST',
  path: '/data-requests/:id/refuse',
  resource: 'data-request',
  action: 'refuse',
  summary: { zh: '拒绝请求', en: 'Refuse a request' },
  description: {
    zh: '须写明法律依据，并由另一人审批。',
    en: 'Needs the law that it stands on, and a second person.',
  },
  params: idParams,
  body: requestRefusal,
  answers: { 200: dataRequestAnswer },
  remembers: true,
  shows: async ({ strapi, params, body, scope }) => {
    const { number, kind, state, asked } = await requestById(toolsOf(strapi).database, scope, params.id);
    const before = { number, kind, state, asked };
    return {
      subject: { id: params.id, label: number },
      before,
      after: { ...before, state: 'refused', basis: body.basis },
    };
  },
  handle: async ({ strapi, params, body, scope, command, remember }) =>
    toolsOf(strapi).database.transaction(async (tx) => {
      const request = await lockRequest(tx, params.id);
      await moveRequest(tx, command, request, 'refuse', { basis: body.basis });
      await tellAsker(tx, command, request, 'data-request-refused');
      const done = { status: 200 as const, body: await requestById(tx, scope, params.id) };
      await remember(tx, done);
      return done;
    }),
});

async function linkOf(tx: Tx, command: Command, scope: RowScope, id: number, sessionId: string) {
  const request = await requestById(tx, scope, id);
  const row = await tx.maybeOne<{ fileId: string | null }>(
    'SELECT copy_file AS "fileId" FROM vault.published_data_requests WHERE id = $1',
    [id],
  );
  const fileId = row?.fileId ?? null;
  if (fileId === null) throw notFound({ zh: '个人信息副本', en: 'copy of personal data' });
  const subject = { kind: 'data-request', id };
  await record(tx, command, { action: 'data-request.download', subject });
  const linked = { resource: 'data-request', action: 'copy-link', subject, sessionId };
  return makeFileLink(tx, command.at, { ...linked, fileId, fileName: `${request.number}.json` });
}

const copyLink = route({
  method: 'POST',
  path: '/data-requests/:id/copy-link',
  resource: 'data-request',
  action: 'copy-link',
  summary: { zh: '下载本人的信息副本', en: 'A link to one’s own copy' },
  description: {
    zh: '只有本人登录后可以取得，一分钟内可用一次；副本保存七天。',
    en: 'For the person himself, signed in; opens once, within a minute. The copy is kept for seven days.',
  },
  params: idParams,
  answers: { 201: fileLinkAnswer },
  unkept: true,
  handle: async ({ strapi, params, scope, command, account }) => ({
    status: 201,
    body: await toolsOf(strapi).database.transaction((tx) => linkOf(tx, command, scope, params.id, account.sessionId)),
  }),
});

export const requestRoutes: readonly Route[] = [create, read, start, extend, answer, refuse, copyLink];
