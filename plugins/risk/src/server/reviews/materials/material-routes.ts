import { route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { databaseOf, type Command, type Tx } from '@linggong/core';
import type { Core } from '@strapi/strapi';
import { vaultOf } from '@linggong/vault';
import { fileLinkAnswer } from '@linggong/vault/api';
import {
  findingParams,
  findingRectification,
  materialAnswer as answerShape,
  materialFileForm,
  materialFileParams,
  materialReason,
  materialReview,
  newMaterial,
  type MaterialAnswer,
} from '../../../api';
import { evidenceDigest, withEvidence } from '../../files/evidence-file';
import { actOnMaterial, rectifyFinding } from './act-on-material';
import { materialAnswer } from './material-rows';
import { addMaterialFile, linkMaterialFile, registerMaterial } from './register-material';
import { reviewMaterial } from './review-material';

interface Asked {
  readonly strapi: Core.Strapi;
  readonly command: Command;
  remember(tx: Tx, answer: { status: 200; body: MaterialAnswer }): Promise<void>;
}

/** Does something to a material in one transaction and answers how it stands then. */
function within(
  { strapi, command, remember }: Asked,
  id: number,
  work: (tx: Tx) => Promise<unknown>,
): Promise<{ status: 200; body: MaterialAnswer }> {
  return databaseOf(strapi).transaction(async (tx) => {
    await work(tx);
    const answer = { status: 200 as const, body: await materialAnswer(tx, id, command.at) };
    await remember(tx, answer);
    return answer;
  });
}

const register = route({
  method: 'POST',
  path: '/promotional-materials',
  resource: 'promotional-material',
  action: 'create',
  summary: { zh: '登记宣传资料', en: 'Register promotional material' },
  description: {
    zh: '网站、社交账号、印刷品等；登记后上传截屏或样张，由另一人按审查清单审查。',
    en: 'Websites, social accounts, print; its capture is added then, and somebody else reviews it by the checklist.',
  },
  body: newMaterial,
  answers: { 201: answerShape },
  remembers: true,
  handle: ({ strapi, command, body, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const id = await registerMaterial(tx, command, body);
      const answer = { status: 201 as const, body: await materialAnswer(tx, id, command.at) };
      await remember(tx, answer);
      return answer;
    }),
});

const read = route({
  method: 'GET',
  path: '/promotional-materials/:id',
  resource: 'promotional-material',
  action: 'read',
  summary: { zh: '查看宣传资料', en: 'Read promotional material' },
  params: idParams,
  answers: { 200: answerShape },
  handle: async ({ strapi, params, command }) => ({
    status: 200,
    body: await materialAnswer(databaseOf(strapi), params.id, command.at),
  }),
});

const addFile = route({
  method: 'POST',
  path: '/promotional-materials/:id/files',
  resource: 'promotional-material',
  action: 'add-file',
  summary: { zh: '上传宣传资料的截屏或整改佐证', en: 'Add a capture of material, or the proof of a rectification' },
  description: {
    zh: '表单字段 file：PDF、JPEG 或 PNG，最多 20 MiB；作为整改佐证时，在文件之前填写 findingId。',
    en: 'Form field file: PDF, JPEG or PNG, at most 20 MiB; findingId stands before it where it proves a rectification.',
  },
  params: idParams,
  upload: ['multipart/form-data'],
  uploadBodies: { 'multipart/form-data': materialFileForm },
  digest: evidenceDigest(materialFileForm),
  answers: { 201: answerShape },
  remembers: true,
  handle: ({ strapi, params, command, http, remember }) =>
    withEvidence(http.request, materialFileForm, (file, { findingId }) =>
      databaseOf(strapi).transaction(async (tx) => {
        await addMaterialFile(vaultOf(strapi), tx, command, params.id, { file, findingId });
        const answer = { status: 201 as const, body: await materialAnswer(tx, params.id, command.at) };
        await remember(tx, answer, file.receivedSha256);
        return answer;
      }),
    ),
});

const download = route({
  method: 'POST',
  path: '/promotional-materials/:id/files/:fileId/download',
  resource: 'promotional-material',
  action: 'read',
  summary: { zh: '下载宣传资料的文件', en: 'Take a file of promotional material' },
  params: materialFileParams,
  answers: { 201: fileLinkAnswer },
  // Each link is made for who asked and opens once.
  unkept: true,
  handle: async ({ strapi, params, account, command }) => ({
    status: 201,
    body: await databaseOf(strapi).transaction((tx) =>
      linkMaterialFile(tx, command, { ...params, sessionId: account.sessionId }),
    ),
  }),
});

const review = route({
  method: 'POST',
  path: '/promotional-materials/:id/reviews',
  resource: 'promotional-material',
  action: 'review',
  summary: { zh: '审查宣传资料', en: 'Review promotional material' },
  description: {
    zh: '按生效的审查清单逐项填写；不符合的写明问题、等级和整改期限。登记人和整改人不能审查。',
    en: 'Item by item of the checklist in force; what does not hold says what, how grave and by when. Not by who registered or rectified it.',
  },
  params: idParams,
  body: materialReview,
  answers: { 200: answerShape },
  remembers: true,
  handle: (call) => within(call, call.params.id, (tx) => reviewMaterial(tx, call.command, call.params.id, call.body)),
});

const rectify = route({
  method: 'POST',
  path: '/promotional-materials/:id/findings/:findingId/rectify',
  resource: 'promotional-material',
  action: 'rectify',
  summary: { zh: '登记整改完成，须先上传佐证', en: 'Tell that a finding was put right, after its proof' },
  params: findingParams,
  body: findingRectification,
  answers: { 200: answerShape },
  remembers: true,
  handle: (call) => within(call, call.params.id, (tx) => rectifyFinding(tx, call.command, call.params, call.body.text)),
});

const acts = (
  [
    ['renew', { zh: '重新送审宣传资料', en: 'Send promotional material to review anew' }],
    ['withdraw', { zh: '撤下宣传资料', en: 'Withdraw promotional material' }],
  ] as const
).map(([action, summary]) =>
  route({
    method: 'POST',
    path: `/promotional-materials/:id/${action}`,
    resource: 'promotional-material',
    action,
    summary,
    params: idParams,
    body: materialReason,
    answers: { 200: answerShape },
    remembers: true,
    handle: (call) =>
      within(call, call.params.id, (tx) => actOnMaterial(tx, call.command, call.params.id, action, call.body.reason)),
  }),
);

export const materialRoutes = [register, read, addFile, download, review, rectify, ...acts];
