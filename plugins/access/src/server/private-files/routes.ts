import { Readable } from 'node:stream';
import { coveredRead, record } from '@linggong/audit';
import { reachOf, signInPolicy } from '@linggong/config/access';
import { databaseOf, type Command, type Tx } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import { takeFileLink, vaultOf, type TakenFile } from '@linggong/vault';
import { z } from 'zod';
import { accountOfSession } from '../accounts/sessions';
import { actorOf } from '../http/account';
import { route } from '../http/define-route';
import { binary } from '../http/route';

/** A file is shown by nobody's page and run by nobody's browser: it is saved. */
const headersOf = ({ contentType, fileName, bytes }: TakenFile): Record<string, string> => ({
  'Content-Type': contentType,
  'Content-Length': String(bytes),
  'Content-Disposition': `attachment; filename="${fileName.replace(/[^A-Za-z0-9._-]/g, '_')}"`,
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'Referrer-Policy': 'no-referrer',
});

/** A link names a session: it opens as long as that session lives and its account still may. */
async function openLink(tx: Tx, token: string, command: Command): Promise<TakenFile | undefined> {
  const file = await takeFileLink(tx, token, command.at);
  if (!file) return undefined;
  const account = await accountOfSession(tx, file.sessionId, command.at, signInPolicy);
  if (!account || reachOf(account.role, file.resource, file.action) === undefined) return undefined;
  const { sha256, subject, sessionId } = file;
  const actor = actorOf({ ...account, locale: 'zh' });
  await record(
    tx,
    { ...command, actor, sessionId },
    { action: 'private-file.read', subject, after: { fileId: file.fileId, sha256 } },
  );
  return file;
}

const readPrivateFile = route({
  method: 'GET',
  path: '/private-files/:token',
  resource: 'private-file',
  action: 'read',
  public: true,
  summary: { zh: '凭一次性链接取文件', en: 'Take a private file by its link' },
  description: {
    zh: '链接由各下载接口给出，一分钟内可用一次；所属会话结束或权限收回即失效。每次取用写入审计日志。',
    en: 'Links come from the download operations and open once within a minute, while their session lives and may. Each use is audited.',
  },
  params: z.strictObject({ token: z.string().min(1).max(64) }),
  answers: { 200: binary('application/octet-stream') },
  handle: async ({ strapi, params, command }) => {
    const file = await databaseOf(strapi).transaction((tx) => openLink(tx, params.token, command));
    if (!file) throw notFound({ zh: '文件，或链接已失效', en: 'file, or its link has ended' });
    const clear = vaultOf(strapi).getFile(file.fileId, coveredRead('private-file.read', ['file']));
    return { status: 200, body: Readable.from(clear), headers: headersOf(file) };
  },
});

export const privateFileRoutes = [readPrivateFile];
