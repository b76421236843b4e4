import type { IncomingMessage } from 'node:http';
import { route, withUploadedFile, type Route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { streamDigest, type Tx } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import { paperBytesMax, receiveFile, type ReceivedFile } from '@linggong/vault';
import { fileLinkAnswer } from '@linggong/vault/api';
import {
  newVisit,
  visitConclusion,
  visitFileForm,
  visitFileParams,
  visitFileTaking,
  visitParams,
  visitsAnswer,
  type VisitsAnswer,
} from '../../api';
import { demandEnterprise } from '../enterprises/enterprise-rows';
import { toolsOf } from '../services';
import type { PartiesTools } from '../tools';
import { beginVisit, concludeVisit } from './record-visit';
import { addVisitFile, linkVisitFile, visitFile } from './visit-files';
import { visitsOf } from './visit-rows';

type Remember = (tx: Tx, answer: { status: 201; body: VisitsAnswer }, digest?: string) => Promise<void>;

/** Does something to a visit in one transaction and answers all visits as they stand then. */
function within(
  { database }: PartiesTools,
  id: number,
  remember: Remember,
  work: (tx: Tx) => Promise<unknown>,
  digest?: string,
): Promise<{ status: 201; body: VisitsAnswer }> {
  return database.transaction(async (tx) => {
    await work(tx);
    const answer = { status: 201 as const, body: await visitsOf(tx, id) };
    await remember(tx, answer, digest);
    return answer;
  });
}

const list = route({
  method: 'GET',
  path: '/enterprises/:id/site-visits',
  resource: 'enterprise',
  action: 'see-visits',
  summary: { zh: '查看企业现场核查', en: 'Read the visits to an enterprise' },
  params: idParams,
  answers: { 200: visitsAnswer },
  handle: async ({ strapi, params, scope }) => {
    const { database } = toolsOf(strapi);
    await demandEnterprise(database, scope, params.id);
    return { status: 200, body: await visitsOf(database, params.id) };
  },
});

const begin = route({
  method: 'POST',
  path: '/enterprises/:id/site-visits',
  resource: 'enterprise',
  action: 'visit',
  summary: { zh: '开始现场核查', en: 'Begin a visit to an enterprise' },
  description: {
    zh: '按此时生效的核查清单进行；随后逐项上传照片，最后填写结论。',
    en: 'Goes by the checklist in force now; photographs of its items are added then, and what was seen is said at last.',
  },
  params: idParams,
  body: newVisit,
  answers: { 201: visitsAnswer },
  remembers: true,
  handle: async ({ strapi, params, body, command, scope, remember }) => {
    const tools = toolsOf(strapi);
    await demandEnterprise(tools.database, scope, params.id);
    return within(tools, params.id, remember, (tx) => beginVisit(tx, command, params.id, body));
  },
});

const addFile = route({
  method: 'POST',
  path: '/enterprises/:id/site-visits/:visitId/files',
  resource: 'enterprise',
  action: 'visit',
  summary: { zh: '上传现场核查照片', en: 'Add a photograph of a visit' },
  description: {
    zh: '表单字段 file：PDF、JPEG 或 PNG，最多 20 MiB，加密保存；在文件之前填写 item（检查项）。',
    en: 'Form field file: PDF, JPEG or PNG, at most 20 MiB, kept sealed; item, what it shows, stands before it.',
  },
  params: visitParams,
  upload: ['multipart/form-data'],
  uploadBodies: { 'multipart/form-data': visitFileForm },
  digest: (request: IncomingMessage) =>
    withUploadedFile(request, ({ stream }) => streamDigest(stream, paperBytesMax), Object.keys(visitFileForm.shape)),
  answers: { 201: visitsAnswer },
  remembers: true,
  handle: async ({ strapi, params, command, scope, http, remember }) => {
    const tools = toolsOf(strapi);
    await demandEnterprise(tools.database, scope, params.id);
    return received(http.request, (sent) =>
      within(
        tools,
        params.id,
        remember,
        (tx) => addVisitFile(tools.vault, tx, command, params, sent),
        sent.file.receivedSha256,
      ),
    );
  },
});

/** @throws Problem of the form and of the gate; 422 `upload-field` without an item */
function received<R>(
  request: IncomingMessage,
  use: (sent: { item: string; file: ReceivedFile }) => Promise<R>,
): Promise<R> {
  return withUploadedFile(
    request,
    async ({ stream, fields }) => {
      const read = visitFileForm.safeParse(Object.fromEntries(fields));
      if (!read.success)
        throw problem(422, 'upload-field', { zh: '没有写明检查项', en: 'The item is not said' }, { field: 'item' });
      return use({ item: read.data.item, file: await receiveFile(stream) });
    },
    Object.keys(visitFileForm.shape),
  );
}

const conclude = route({
  method: 'POST',
  path: '/enterprises/:id/site-visits/:visitId/conclude',
  resource: 'enterprise',
  action: 'visit',
  summary: { zh: '完成现场核查', en: 'Conclude a visit' },
  params: visitParams,
  body: visitConclusion,
  answers: { 201: visitsAnswer },
  remembers: true,
  handle: async ({ strapi, params, body, command, scope, remember }) => {
    const tools = toolsOf(strapi);
    await demandEnterprise(tools.database, scope, params.id);
    return within(tools, params.id, remember, (tx) => concludeVisit(tx, command, params, body));
  },
});

const download = route({
  method: 'POST',
  path: '/enterprises/:id/site-visits/:visitId/files/:fileId/download',
  resource: 'enterprise',
  action: 'take-visit-file',
  summary: { zh: '下载现场核查照片', en: 'Take a photograph of a visit' },
  description: {
    zh: '写明理由，经另一人批准后凭审批下载一次。',
    en: 'Say why, and take it once with the approval of a second person: a link for one use.',
  },
  params: visitFileParams,
  body: visitFileTaking,
  answers: { 201: fileLinkAnswer },
  // Each link is made for who asked and opens once.
  unkept: true,
  shows: async ({ strapi, params, account, scope }) => {
    const { database } = toolsOf(strapi);
    await demandEnterprise(database, scope, params.id);
    const { number, sha256 } = await visitFile(database, params);
    return {
      subject: { id: `${params.id}:${params.fileId}@${account.id}`, label: number },
      before: { number, sha256, taken: false },
      after: { number, sha256, taken: true },
    };
  },
  handle: async ({ strapi, params, account, command }) => ({
    status: 201,
    body: await toolsOf(strapi).database.transaction((tx) =>
      linkVisitFile(tx, command, { ...params, sessionId: account.sessionId }),
    ),
  }),
});

export const visitRoutes: readonly Route[] = [list, begin, addFile, conclude, download];
