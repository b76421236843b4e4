import { route, withUploadedFile, type RowScope } from '@linggong/access';
import { record } from '@linggong/audit';
import { databaseOf, streamDigest, type Queryable } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import { makeFileLink, receiveFile, vaultOf } from '@linggong/vault';
import { fileLinkAnswer } from '@linggong/vault/api';
import { formFileAnswer, formFileParams, recordFileParams, recordFileTaking } from '../../api';
import { FILE_BYTES_MAX } from '../../domain';
import { bytesMaxOf, demandFile, demandFileField, keepFile } from './form-files';
import { demandCovered } from './record-rows';

const send = route({
  method: 'POST',
  path: '/forms/:key/versions/:versionId/fields/:field/files',
  resource: 'form-file',
  action: 'send',
  summary: { zh: '上传表单附件', en: 'Send a file for a field of a form' },
  description: {
    zh: '表单字段 file：PDF、JPEG 或 PNG，类型与大小按该字段的规定。返回的编号填入字段，随表单提交后归入记录；三十日内未提交的清除。',
    en: 'Form field file: PDF, JPEG or PNG, of the kinds and size that the field takes. The id goes into the value; the file stays with the record that names it, or goes after thirty days.',
  },
  params: formFileParams,
  upload: ['multipart/form-data'],
  digest: (request) => withUploadedFile(request, ({ stream }) => streamDigest(stream, FILE_BYTES_MAX)),
  answers: { 201: formFileAnswer },
  remembers: true,
  handle: async ({ strapi, params, command, http, remember }) => {
    const db = databaseOf(strapi);
    const asked = await demandFileField(db, params);
    return withUploadedFile(http.request, async ({ stream }) => {
      const received = await receiveFile(stream, bytesMaxOf(asked));
      return db.transaction(async (tx) => {
        const { key, versionId } = params;
        const body = await keepFile(vaultOf(strapi), tx, command, { key, versionId, asked, received });
        const answer = { status: 201 as const, body };
        await remember(tx, answer, received.receivedSha256);
        return answer;
      });
    });
  },
});

const extensions: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

const take = route({
  method: 'POST',
  path: '/form-records/:id/files/:file/download',
  resource: 'form-record',
  action: 'download',
  summary: { zh: '下载表单附件', en: 'Download a file of a form record' },
  description: {
    zh: '返回一次性链接。当事人直接下载；工作人员须写明用途，经另一人批准后凭审批下载一次。每次下载都写入审计日志。',
    en: 'Answers a link for one use. Whose record it is has it at once; staff say what for, and take it once with the approval of a second person. Every download is audited.',
  },
  params: recordFileParams,
  body: recordFileTaking,
  answers: { 201: fileLinkAnswer },
  // Each link is made for who asked and opens once: none is kept under an Idempotency-Key.
  unkept: true,
  shows: async ({ strapi, params, scope, body, account }) => {
    const { number, sha256 } = await fileToTake(databaseOf(strapi), scope, params, body.reason);
    return {
      subject: { id: `${params.id}:${params.file}@${account.id}`, label: number },
      before: { number, sha256, taken: false },
      after: { number, sha256, taken: true },
    };
  },
  handle: async ({ strapi, params, body, account, command, scope }) => {
    const { id, file } = params;
    const link = await databaseOf(strapi).transaction(async (tx) => {
      const { number, contentType, sha256 } = await fileToTake(tx, scope, params, body.reason);
      const subject = { kind: 'form-record', id };
      await record(
        tx,
        { ...command, ...(body.reason !== undefined && { reason: body.reason }) },
        {
          action: 'form-file.download',
          subject,
          after: { sha256 },
        },
      );
      const linked = { resource: 'form-record', action: 'download', subject, sessionId: account.sessionId };
      const fileName = `${number}-${sha256.slice(0, 8)}.${extensions[contentType] ?? 'bin'}`;
      return makeFileLink(tx, command.at, { ...linked, fileId: file, fileName });
    });
    return { status: 201, body: link };
  },
});

/** @throws Problem 404; 400 `reason-required` where staff say no reason */
async function fileToTake(
  db: Queryable,
  scope: RowScope,
  { id, file }: { readonly id: number; readonly file: string },
  reason: string | undefined,
): Promise<{ number: string; contentType: string; sha256: string }> {
  const { number } = await demandCovered(db, scope, id);
  const { contentType, sha256 } = await demandFile(db, id, file);
  if (scope.kind === 'all' && reason === undefined) throw reasonMissing();
  return { number, contentType, sha256 };
}

function reasonMissing(): Error {
  return problem(
    400,
    'reason-required',
    { zh: '请填写下载用途', en: 'Say what you take the file for' },
    { field: 'reason', fix: { zh: '写明用途后再下载', en: 'Give a reason, then download' } },
  );
}

export const fileRoutes = [send, take];
