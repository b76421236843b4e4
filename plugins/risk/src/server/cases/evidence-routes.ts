import { route } from '@linggong/access';
import { databaseOf } from '@linggong/core';
import { idParams } from '@linggong/access/api';
import { vaultOf } from '@linggong/vault';
import { fileLinkAnswer } from '@linggong/vault/api';
import { caseEvidenceForm, caseEvidenceParams, riskCaseAnswer, riskCaseReopening } from '../../api';
import { evidenceDigest, withEvidence } from '../files/evidence-file';
import { addEvidence, evidenceToTake, linkEvidence } from './case-evidence';
import { caseAnswer } from './read-case';

const upload = route({
  method: 'POST',
  path: '/risk-cases/:id/evidence',
  resource: 'risk-case',
  action: 'handle',
  summary: { zh: '为风险案件上传证据', en: 'Add a file to a risk case' },
  description: {
    zh: '表单字段 file：PDF、JPEG 或 PNG，最多 20 MiB，加密保存；可在文件之前填写 note 说明。',
    en: 'Form field file: PDF, JPEG or PNG, at most 20 MiB, kept sealed; a note may stand before it.',
  },
  params: idParams,
  upload: ['multipart/form-data'],
  uploadBodies: { 'multipart/form-data': caseEvidenceForm },
  digest: evidenceDigest(caseEvidenceForm),
  answers: { 201: riskCaseAnswer },
  remembers: true,
  handle: ({ strapi, params, command, http, remember }) =>
    withEvidence(http.request, caseEvidenceForm, (file, { note }) =>
      databaseOf(strapi).transaction(async (tx) => {
        await addEvidence(vaultOf(strapi), tx, command, params.id, { file, note });
        const answer = { status: 201 as const, body: await caseAnswer(tx, params.id) };
        await remember(tx, answer, file.receivedSha256);
        return answer;
      }),
    ),
});

const download = route({
  method: 'POST',
  path: '/risk-cases/:id/evidence/:evidenceId/download',
  resource: 'risk-case',
  action: 'download',
  summary: { zh: '下载风险案件的证据', en: 'Take a file of a risk case' },
  description: {
    zh: '写明理由，经另一人批准后凭审批下载一次；谁、何时下载均留痕。',
    en: 'Say why, and take it once with the approval of a second person: a link for one use. Who took it and when is audited.',
  },
  params: caseEvidenceParams,
  body: riskCaseReopening,
  answers: { 201: fileLinkAnswer },
  // Each link is made for who asked and opens once.
  unkept: true,
  shows: async ({ strapi, params: { id, evidenceId }, account }) => {
    const { number, sha256 } = await evidenceToTake(databaseOf(strapi), id, evidenceId);
    return {
      subject: { id: `${id}:${evidenceId}@${account.id}`, label: number },
      before: { number, sha256, taken: false },
      after: { number, sha256, taken: true },
    };
  },
  handle: async ({ strapi, params, account, command }) => ({
    status: 201,
    body: await databaseOf(strapi).transaction((tx) =>
      linkEvidence(tx, command, { ...params, sessionId: account.sessionId }),
    ),
  }),
});

export const evidenceRoutes = [upload, download];
