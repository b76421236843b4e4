import { demandStorable, keysetPage, route, withUploadedFile, type Route } from '@linggong/access';
import { listQuery } from '@linggong/access/api';
import { streamDigest } from '@linggong/core';
import { problem, type Problem } from '@linggong/core/domain';
import { z } from 'zod';
import { importAccepted, importAnswer, importColumns, importFaults } from '../../api';
import { toolsOf } from '../services';
import { importById } from './import-rows';
import { importState } from './import-state';
import { receiveImport, type ImportMapping } from './receive-import';

const mappingSchema = z.record(z.string().max(100), z.enum(importColumns.map(({ key }) => key)).nullable());
const params = z.strictObject({ id: z.uuid() });

function mappingBroken(): Problem {
  return problem(
    400,
    'mapping-invalid',
    { zh: '列对应关系不是有效的 JSON', en: 'The mapping of columns is not valid' },
    { field: 'mapping', fix: { zh: '应为 {"表头": 列名或null}', en: 'Give {"title": column or null}' } },
  );
}

/** @throws Problem 400 `mapping-invalid`, `text-not-storable` */
function readMapping(text: string | undefined): ImportMapping | undefined {
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw mappingBroken();
  }
  // An escape of the JSON itself: the text of the query holds none of what it stands for.
  demandStorable(value, 'mapping');
  const parsed = mappingSchema.safeParse(value);
  if (!parsed.success) throw mappingBroken();
  return parsed.data;
}

const upload = route({
  method: 'POST',
  path: '/workers/imports',
  resource: 'worker-import',
  action: 'upload',
  summary: { zh: '批量导入灵活用工人员', en: 'Import workers from a sheet' },
  description: {
    zh: '表单字段 file：CSV（UTF-8、GB18030）或 XLSX，最多 50,000 行；证件号码与银行卡号列须为文本。',
    en: 'Form field file: CSV (UTF-8, GB18030) or XLSX, at most 50,000 rows; identity and card columns must be text.',
  },
  query: z.strictObject({
    mapping: z.string().max(4_000).optional().meta({ description: '列对应 JSON · {"title": column | null}' }),
  }),
  answers: { 202: importAccepted },
  upload: ['multipart/form-data'],
  // The mapping is in the query, which the key belongs to already.
  digest: (request) => withUploadedFile(request, ({ stream }) => streamDigest(stream)),
  remembers: true,
  handle: async ({ strapi, query, command, http, remember }) => {
    const mapping = readMapping(query.mapping);
    const answerOf = (body: { id: string; jobId: string }) => ({ status: 202 as const, body });
    const received = await withUploadedFile(http.request, (file) =>
      receiveImport(toolsOf(strapi), command, file, mapping, (tx, body, sha256) =>
        remember(tx, answerOf(body), sha256),
      ),
    );
    return answerOf(received);
  },
});

const read = route({
  method: 'GET',
  path: '/workers/imports/:id',
  resource: 'worker-import',
  action: 'read',
  summary: { zh: '导入结果', en: 'State and counts of an import' },
  params,
  answers: { 200: importAnswer },
  handle: async (call) => ({ status: 200, body: await importState(toolsOf(call.strapi), call.params.id) }),
});

const faults = route({
  method: 'GET',
  path: '/workers/imports/:id/faults',
  resource: 'worker-import',
  action: 'read',
  summary: { zh: '导入被拒绝的行', en: 'Rows of an import that were refused, with reasons' },
  params,
  query: listQuery,
  answers: { 200: importFaults },
  handle: async ({ strapi, params: { id }, query }) => {
    const { database } = toolsOf(strapi);
    await importById(database, id);
    const list = {
      select: 'row_no AS "rowNo", field, code, text_zh AS zh, text_en AS en',
      from: 'parties.worker_import_faults',
      where: [{ sql: 'import_id = $1', values: [id] }],
      id: { sql: 'id', type: 'bigint' },
    } as const;
    return { status: 200, body: await keysetPage(database, list, query) };
  },
});

export const importRoutes: readonly Route[] = [upload, read, faults];
