import { apiRoutes, route, withUploadedFile } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { record } from '@linggong/audit';
import { makeFileLink } from '@linggong/vault';
import { fileLinkAnswer } from '@linggong/vault/api';
import { streamDigest, type Database } from '@linggong/core';
import { notFound, problem } from '@linggong/core/domain';
import { fileFaults, profileOf, type FileFaultCode } from '../domain';
import {
  answerResolution,
  bankFileAnswer,
  bankFileDownload,
  bankFileForm,
  bankFileQuery,
  channelLimitsRequest,
  channelRouteRequest,
  resolvedAnswer,
  settingAnswer,
  type BankFileAnswer,
} from '../api/bank-files';
import { sha256Of } from './bank-file/file-rows';
import { boundedBytes } from './bank-file/bounded-bytes';
import { BANK_FILE_BYTES_MAX, receiveFile } from './bank-file/receive-file';
import { setLimits, setRoute } from './payouts/set-channel';
import { shownFile, shownLimits, shownResolution, shownRoute } from './payouts/shown-changes';
import { channelsOf, toolsOf } from './services';

const upload = route({
  method: 'POST',
  path: '/bank-files',
  resource: 'bank-file',
  action: 'upload',
  summary: { zh: '上传银行回执或对账单', en: 'Bring a file of a bank' },
  description: {
    zh: 'pain.002、camt.053、camt.054，或该银行模板的回盘 CSV（GB18030），最多 6 MiB。重复文件不会重复入账；无法识别或自相矛盾的文件整份拒收并说明原因，原件加密保存。',
    en: 'pain.002, camt.053, camt.054, or the answer CSV of the bank’s profile (GB18030), at most 6 MiB. A file that comes twice does nothing twice; what cannot be read or contradicts itself is refused as a whole, with the reason, and kept sealed.',
  },
  query: bankFileQuery,
  upload: ['multipart/form-data'],
  uploadBodies: { 'multipart/form-data': bankFileForm },
  digest: (request) => withUploadedFile(request, ({ stream }) => streamDigest(stream, BANK_FILE_BYTES_MAX)),
  answers: { 201: bankFileAnswer },
  remembers: true,
  handle: async ({ strapi, query, command, http, remember }) => {
    const profile = profileOf(query.channel);
    if (!profile) throw notFound({ zh: '付款渠道', en: 'payout channel' });
    const tools = toolsOf(strapi);
    const { received, sha256 } = await withUploadedFile(http.request, async ({ name, stream }) => {
      const bytes = await boundedBytes(stream);
      const file = { channel: query.channel, profile, name, bytes, way: 'console' } as const;
      return { received: await receiveFile(tools, file, command), sha256: sha256Of(bytes).toString('hex') };
    });
    // What the file says takes effect at once, not with the next round of the schedule.
    await channelsOf(strapi).collect(command, query.channel);
    const answer = { status: 201, body: await answerOf(tools.db, received) } as const;
    // Made again after a crash in between it does nothing: the same bytes are known.
    await tools.db.transaction((tx) => remember(tx, answer, sha256));
    return answer;
  },
});

interface FileRow extends Omit<BankFileAnswer, 'isSame' | 'fault'> {
  readonly faultCode: FileFaultCode | null;
  readonly faultWhere: string | null;
}

async function answerOf(db: Database, { id, isSame }: { id: number; isSame: boolean }): Promise<BankFileAnswer> {
  const { faultCode, faultWhere, ...row } = await db.one<FileRow>(
    `SELECT id, channel, kind, document_id AS "documentId", state, answers, lines, fault_code AS "faultCode",
            fault_where AS "faultWhere" FROM channels.bank_files WHERE id = $1`,
    [id],
  );
  const fault = faultCode === null ? null : { code: faultCode, text: fileFaults[faultCode], where: faultWhere ?? '' };
  return { ...row, isSame, fault };
}

const download = route({
  method: 'POST',
  path: '/bank-files/:id/download',
  resource: 'bank-file',
  action: 'download',
  summary: { zh: '下载银行文件（含明文姓名和账号）', en: 'Take a bank file, with clear names and accounts' },
  description: {
    zh: '返回一次性链接。须说明用途；谁、何时、为何下载均留痕。',
    en: 'Answers a link for one use. Says what for; who took it, when and why is kept and audited.',
  },
  params: idParams,
  body: bankFileDownload,
  answers: { 201: fileLinkAnswer },
  // Each link is made for who asked and opens once: none is kept under an Idempotency-Key.
  unkept: true,
  shows: ({ strapi, params }) => shownFile(toolsOf(strapi).db, params.id),
  handle: async ({ strapi, params, body, account, command }) => {
    const link = await toolsOf(strapi).db.transaction(async (tx) => {
      const row = await tx.maybeOne<{ name: string; vaultFile: string }>(
        'SELECT name, vault_file AS "vaultFile" FROM channels.bank_files WHERE id = $1',
        [params.id],
      );
      if (!row) throw notFound({ zh: '银行文件', en: 'bank file' });
      await tx.query('INSERT INTO channels.bank_file_downloads (file_id, actor, reason, at) VALUES ($1, $2, $3, $4)', [
        params.id,
        command.actor.name,
        body.reason,
        command.at,
      ]);
      const subject = { kind: 'bank-file', id: params.id };
      await record(tx, command, { action: 'bank-file.download', subject });
      const linked = { resource: 'bank-file', action: 'download', subject, sessionId: account.sessionId };
      return makeFileLink(tx, command.at, { ...linked, fileId: row.vaultFile, fileName: row.name });
    });
    return { status: 201, body: link };
  },
});

const resolve = route({
  method: 'POST',
  path: '/unmatched-answers/:id/resolve',
  resource: 'unmatched-answer',
  action: 'resolve',
  summary: { zh: '处理未匹配的银行回执', en: 'Close an unmatched answer' },
  description: {
    zh: '给出 payoutNumber 即关联到该付款指令并按银行结果入账；不给则忽略。均须说明理由。',
    en: 'With `payoutNumber` it counts as the answer of that payout; without, it is dismissed. Both say why.',
  },
  params: idParams,
  body: answerResolution,
  answers: { 200: resolvedAnswer },
  remembers: true,
  shows: ({ strapi, params, body }) => shownResolution(toolsOf(strapi).db, params.id, body.payoutNumber),
  handle: async ({ strapi, params, body, command, remember }) => {
    const linked = body.payoutNumber !== undefined;
    const answer = { status: 200, body: { id: params.id, resolution: linked ? 'linked' : 'dismissed' } } as const;
    await toolsOf(strapi).db.transaction(async (tx) => {
      const choice =
        body.payoutNumber === undefined
          ? ({ kind: 'dismiss' } as const)
          : ({ kind: 'link', payout: body.payoutNumber } as const);
      await channelsOf(strapi).resolve(tx, command, params.id, choice);
      await remember(tx, answer);
    });
    return answer;
  },
});

const limits = route({
  method: 'POST',
  path: '/channel-limits',
  resource: 'channel-limit',
  action: 'set',
  summary: { zh: '设置渠道限额与时段', en: 'Set limits and windows of a channel' },
  body: channelLimitsRequest,
  answers: { 201: settingAnswer },
  remembers: true,
  shows: ({ strapi, body }) => shownLimits(toolsOf(strapi).db, body),
  handle: async ({ strapi, body, command, remember }) => {
    demandChannel(strapi, body.channel);
    const id = await toolsOf(strapi).db.transaction(async (tx) => {
      const made = await setLimits(tx, command, body);
      await remember(tx, { status: 201, body: { id: made } });
      return made;
    });
    return { status: 201, body: { id } };
  },
});

const routing = route({
  method: 'POST',
  path: '/channel-routes',
  resource: 'channel-route',
  action: 'set',
  summary: { zh: '设置开户行使用的付款渠道', en: 'Set the channel of a bank’s sub-accounts' },
  body: channelRouteRequest,
  answers: { 201: settingAnswer },
  remembers: true,
  shows: ({ strapi, body }) => shownRoute(toolsOf(strapi).db, body),
  handle: async ({ strapi, body, command, remember }) => {
    demandChannel(strapi, body.channel);
    const id = await toolsOf(strapi).db.transaction(async (tx) => {
      const made = await setRoute(tx, command, body);
      await remember(tx, { status: 201, body: { id: made } });
      return made;
    });
    return { status: 201, body: { id } };
  },
});

/** @throws Problem 422 `channel-unknown` */
function demandChannel(strapi: Parameters<typeof channelsOf>[0], name: string): void {
  if (channelsOf(strapi).names.includes(name)) return;
  throw problem(
    422,
    'channel-unknown',
    { zh: `没有付款渠道 ${name}`, en: `There is no payout channel ${name}` },
    { field: 'channel' },
  );
}

export const channelRoutes = apiRoutes([upload, download, resolve, limits, routing]);
