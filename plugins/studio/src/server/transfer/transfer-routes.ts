import { auditFiles } from '@linggong/audit';
import { binary, consoleResource, route, withUploadedFile } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { databaseOf, streamDigest } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import { acceptKeyBody, exportBody, importAnswer, importItemAnswer, itemParams, takeItemsBody } from '../../api';
import { toolsOf } from '../tools';
import { exportConfigurations } from './export-configurations';
import { importAnswerOf, itemAnswerOf } from './import-answer';
import { readTransfer } from './read-transfer';
import { receiveImport } from './receive-import';
import { fingerprintOf, ownSigner } from './sign-transfer';
import { acceptKey, takeItems } from './take-items';

const signingKeyFile = (): string => auditFiles(process.env).signingKeyFile;

/** Fingerprint of the key of this installation; undefined where this process has none. */
const ownFingerprint = (): Promise<string | undefined> =>
  ownSigner(signingKeyFile()).then(
    ({ publicKey }) => fingerprintOf(publicKey),
    () => undefined,
  );

const out = route({
  method: 'POST',
  path: '/configuration-exports',
  resource: 'configuration',
  action: 'transfer',
  summary: { zh: '导出生效中的配置（签名文件）', en: 'Export what is in force as a signed file' },
  description: {
    zh: '不指定编号时导出全平台生效中的配置，最多 500 项；文件以本平台的签名密钥签名，可在另一平台引入为草稿。',
    en: 'Without ids all that is in force on the platform, 500 at most. Signed with the signing key of the platform; another installation reads it and makes drafts of it.',
  },
  body: exportBody,
  answers: { 200: binary('application/json') },
  handle: async ({ strapi, command, body }) => {
    const signer = await ownSigner(signingKeyFile());
    const file = await databaseOf(strapi).transaction((tx) => exportConfigurations(tx, command, signer, body.ids));
    const name = `linggong-configurations-${shanghaiDay(command.at)}.json`;
    return { status: 200, body: file, headers: { 'Content-Disposition': `attachment; filename="${name}"` } };
  },
});

const upload = route({
  method: 'POST',
  path: '/configuration-imports',
  resource: 'configuration-import',
  action: 'upload',
  summary: { zh: '上传配置导出文件', en: 'Upload a file of configurations' },
  description: {
    zh: '表单字段 file：另一平台导出的 JSON，最大 16 MB、500 项。先核对签名；被改动过的拒绝。不保存为生效配置。',
    en: 'Form field file: the JSON that another installation exported, 16 MB and 500 configurations at most. One that was changed is refused. Nothing comes in force by it.',
  },
  answers: { 201: importAnswer },
  upload: ['multipart/form-data'],
  digest: (request) => withUploadedFile(request, ({ stream }) => streamDigest(stream)),
  remembers: true,
  handle: async ({ strapi, command, http, remember }) => {
    const own = await ownFingerprint();
    const { name, file } = await withUploadedFile(http.request, async (given) => ({
      name: given.name,
      file: await readTransfer(given.stream),
    }));
    return databaseOf(strapi).transaction(async (tx) => {
      const id = await receiveImport(toolsOf(strapi), tx, command, file, name);
      const answer = { status: 201 as const, body: await importAnswerOf(toolsOf(strapi), tx, id, own) };
      await remember(tx, answer, file.sha256);
      return answer;
    });
  },
});

const read = route({
  method: 'GET',
  path: '/configuration-imports/:id',
  resource: 'configuration-import',
  action: 'read',
  summary: { zh: '查看配置引入', en: 'Read an import of configurations' },
  params: idParams,
  answers: { 200: importAnswer },
  handle: async ({ strapi, params }) => ({
    status: 200,
    body: await importAnswerOf(toolsOf(strapi), databaseOf(strapi), params.id, await ownFingerprint()),
  }),
});

const readItem = route({
  method: 'GET',
  path: '/configuration-imports/:id/items/:place',
  resource: 'configuration-import',
  action: 'read',
  summary: { zh: '查看引入的一项配置的变化', en: 'What one configuration of an import would change' },
  params: itemParams,
  answers: { 200: importItemAnswer },
  handle: async ({ strapi, params }) => ({
    status: 200,
    body: await itemAnswerOf(toolsOf(strapi), databaseOf(strapi), params.id, params.place),
  }),
});

const accept = route({
  method: 'POST',
  path: '/configuration-imports/:id/accept-key',
  resource: 'configuration-import',
  action: 'accept-key',
  summary: { zh: '接受签名密钥', en: 'Accept the key that signed an import' },
  description: {
    zh: '与导出方核对指纹后，写明对方名称；此后该密钥签名的文件可以引入。',
    en: 'Once its fingerprint was compared with who exported the file, by their name; files that it signed can be taken from then on.',
  },
  params: idParams,
  body: acceptKeyBody,
  answers: { 200: importAnswer },
  remembers: true,
  handle: async ({ strapi, command, params, body, remember }) => {
    const own = await ownFingerprint();
    return databaseOf(strapi).transaction(async (tx) => {
      await acceptKey(tx, command, params.id, body.name, own);
      const answer = { status: 200 as const, body: await importAnswerOf(toolsOf(strapi), tx, params.id, own) };
      await remember(tx, answer);
      return answer;
    });
  },
});

const take = route({
  method: 'POST',
  path: '/configuration-imports/:id/take',
  resource: 'configuration-import',
  action: 'take',
  summary: { zh: '将所选配置引入为草稿', en: 'Make drafts of what was picked from an import' },
  description: {
    zh: '只生成草稿，按平常的流程检查、提交、由另一人批准后才生效。',
    en: 'What is taken becomes drafts and nothing more; each is checked, submitted and approved by somebody else, as any draft is.',
  },
  params: idParams,
  body: takeItemsBody,
  answers: { 200: importAnswer },
  remembers: true,
  handle: async ({ strapi, command, params, body, remember }) => {
    const own = await ownFingerprint();
    return databaseOf(strapi).transaction(async (tx) => {
      await takeItems(tx, command, params.id, body.places, own);
      const answer = { status: 200 as const, body: await importAnswerOf(toolsOf(strapi), tx, params.id, own) };
      await remember(tx, answer);
      return answer;
    });
  },
});

export const importList = consoleResource({
  name: 'configuration-imports',
  resource: 'configuration-import',
  from: `studio.imports i LEFT JOIN studio.transfer_keys k ON k.fingerprint = i.fingerprint
    CROSS JOIN LATERAL (SELECT count(t.version_id)::int AS taken FROM studio.import_items t WHERE t.import_id = i.id) d`,
  columns: {
    id: { sql: 'i.id', filter: 'relation', sort: true },
    fileName: { sql: 'i.file_name', filter: 'text' },
    keyName: { sql: 'k.name', filter: 'text' },
    fingerprint: { sql: 'i.fingerprint' },
    itemCount: { sql: 'i.item_count', sort: true },
    takenCount: { sql: 'd.taken' },
    exportedAt: { sql: 'i.exported_at', filter: 'instant', sort: true },
    createdBy: { sql: 'i.created_name' },
    createdAt: { sql: 'i.created_at', filter: 'instant', sort: true },
  },
  scope: () => 'all',
  detail: async (id, _account, db, { strapi }) => importAnswerOf(toolsOf(strapi), db, id, await ownFingerprint()),
});

export const transferRoutes = [out, upload, read, readItem, accept, take];
