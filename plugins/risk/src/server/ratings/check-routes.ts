import { route, withUploadedFile } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { record } from '@linggong/audit';
import { databaseOf, streamDigest, type Queryable } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import { jobsOf } from '@linggong/jobs';
import { partiesOf } from '@linggong/parties';
import { makeFileLink, paperBytesMax } from '@linggong/vault';
import { fileLinkAnswer } from '@linggong/vault/api';
import { captureAnswer, creditCheckAnswer, evidenceTaking, newCapture } from '../../api';
import { toolsOf } from '../services';
import { captureByHand, storeCapture } from './capture-by-hand';
import { readCreditCheck } from './credit-rows';
import type { LookedAt } from './keep-check';
import { checkToolsOf, rateAfterCheck, ratingToolsOf } from './rating-holder';
import { checkCredit, lookedAt } from './run-checks';

async function demand(db: Queryable, enterpriseId: number): Promise<LookedAt> {
  const company = await lookedAt(db, enterpriseId);
  if (!company) throw notFound({ zh: '企业', en: 'enterprise' });
  return company;
}

const check = route({
  method: 'POST',
  path: '/enterprises/:id/credit-checks',
  resource: 'credit-check',
  action: 'check',
  summary: { zh: '向登记与信用渠道核查企业', en: 'Check an enterprise at the registers of credit' },
  description: {
    zh: '依次询问已配置的渠道（企查查、天眼查、腾讯云），留存密封凭证，并按结果重新评级。渠道按次收费。',
    en: 'Asks the configured registers in turn (Qichacha, Tianyancha, Tencent Cloud), keeps the sealed evidence and rates the enterprise anew. Registers charge by call.',
  },
  params: idParams,
  answers: { 201: creditCheckAnswer },
  remembers: true,
  handle: async ({ strapi, params, command, remember }) => {
    const company = await demand(databaseOf(strapi), params.id);
    const id = await checkCredit(checkToolsOf(strapi), command, company, 'asked');
    return databaseOf(strapi).transaction(async (tx) => {
      const answer = { status: 201 as const, body: await readCreditCheck(tx, id) };
      await remember(tx, answer);
      return answer;
    });
  },
});

const capture = route({
  method: 'POST',
  path: '/enterprises/:id/register-captures',
  resource: 'credit-check',
  action: 'capture',
  summary: { zh: '上传公示系统截图', en: 'Upload a capture of the national register' },
  description: {
    zh: '表单字段 file：PNG、JPEG 或 PDF，不超过 20 MB；加密留存。随后填写采集内容。',
    en: 'Form field file: PNG, JPEG or PDF of at most 20 MB, kept sealed. What was read there is told next.',
  },
  params: idParams,
  upload: ['multipart/form-data'],
  digest: (request) => withUploadedFile(request, ({ stream }) => streamDigest(stream, paperBytesMax)),
  answers: { 201: captureAnswer },
  remembers: true,
  handle: async ({ strapi, params, command, http, remember }) => {
    await demand(databaseOf(strapi), params.id);
    const body = await withUploadedFile(http.request, ({ stream }) =>
      storeCapture(toolsOf(strapi), command, params.id, stream, (tx, answer, sha256) =>
        remember(tx, { status: 201, body: answer }, sha256),
      ),
    );
    return { status: 201, body };
  },
});

const byHand = route({
  method: 'POST',
  path: '/enterprises/:id/credit-captures',
  resource: 'credit-check',
  action: 'capture',
  summary: { zh: '登记人工采集的信用信息', en: 'Keep what a person read in the national register' },
  params: idParams,
  body: newCapture,
  answers: { 201: creditCheckAnswer },
  remembers: true,
  handle: async ({ strapi, params, body, command, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const company = await demand(tx, params.id);
      const { vault } = toolsOf(strapi);
      const id = await captureByHand({ jobs: jobsOf(strapi), vault }, tx, command, company, body);
      await rateAfterCheck(ratingToolsOf(strapi), partiesOf(strapi), tx, command, params.id, id);
      const answer = { status: 201 as const, body: await readCreditCheck(tx, id) };
      await remember(tx, answer);
      return answer;
    }),
});

const read = route({
  method: 'GET',
  path: '/credit-checks/:id',
  resource: 'credit-check',
  action: 'read',
  summary: { zh: '查看信用核查', en: 'Read a credit check' },
  params: idParams,
  answers: { 200: creditCheckAnswer },
  handle: async ({ strapi, params }) => ({ status: 200, body: await readCreditCheck(databaseOf(strapi), params.id) }),
});

const extensions: Readonly<Record<string, string>> = {
  'application/json': 'json',
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
};

const evidence = route({
  method: 'POST',
  path: '/credit-checks/:id/evidence',
  resource: 'credit-check',
  action: 'download',
  summary: { zh: '取得信用核查凭证的一次性链接', en: 'Take the evidence of a credit check by a link for one use' },
  description: {
    zh: '写明理由，经另一人批准后凭审批下载一次；谁、何时下载均留痕。',
    en: 'Say why, and take it once with the approval of a second person. Who took it and when is audited.',
  },
  params: idParams,
  body: evidenceTaking,
  answers: { 201: fileLinkAnswer },
  // Each link is made for who asked and opens once: none is kept under an Idempotency-Key.
  unkept: true,
  shows: async ({ strapi, params, account }) => {
    const { number, sha256 } = await evidenceOf(databaseOf(strapi), params.id);
    return {
      subject: { id: `${params.id}:evidence@${account.id}`, label: number },
      before: { number, sha256, taken: false },
      after: { number, sha256, taken: true },
    };
  },
  handle: async ({ strapi, params, account, command }) => {
    const link = await databaseOf(strapi).transaction(async (tx) => {
      const { number, sha256, fileId, contentType } = await evidenceOf(tx, params.id);
      const subject = { kind: 'credit-check', id: params.id };
      await record(tx, command, { action: 'credit-check.take-evidence', subject, after: { sha256 } });
      const linked = { resource: 'credit-check', action: 'download', subject, sessionId: account.sessionId };
      return makeFileLink(tx, command.at, {
        ...linked,
        fileId,
        fileName: `${number}.${extensions[contentType] ?? 'bin'}`,
      });
    });
    return { status: 201, body: link };
  },
});

interface CheckEvidence {
  readonly number: string;
  readonly fileId: string;
  readonly sha256: string;
  readonly contentType: string;
}

/** What a check was answered, or the capture of who looked himself. @throws Problem 404 */
async function evidenceOf(db: Queryable, id: number): Promise<CheckEvidence> {
  const row = await db.maybeOne<CheckEvidence>(
    `SELECT c.number, c.file_id AS "fileId", c.sha256, coalesce(r.content_type, 'application/json') AS "contentType"
       FROM risk.credit_checks c LEFT JOIN risk.register_captures r ON r.id = c.capture_id
      WHERE c.id = $1 AND c.file_id IS NOT NULL`,
    [id],
  );
  if (!row) throw notFound({ zh: '核查凭证', en: 'evidence of a check' });
  return row;
}

export const checkRoutes = [check, capture, byHand, read, evidence];
