import { binary, route, withUploadedFile } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { databaseOf, type Queryable } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import { changesMax, tableSheetAnswer } from '../../api';
import { decisionTable, tableChanges, tableFaults, type DecisionTable, type Json } from '../../domain';
import { readTableSheet } from '../decision-table/read-table-sheet';
import { writeTableSheet } from '../decision-table/write-table-sheet';
import { noSuchVersion, readContentOf, readVersion } from '../versions/version-rows';
import { seesOnlyForce } from './configuration-routes';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** @throws Problem 404; 422 `sheet-no-table` */
async function tableOf(db: Queryable, id: number): Promise<{ table: DecisionTable; fileName: string }> {
  const { kind, key, versionNo } = await readVersion(db, id);
  const { content } = await readContentOf(db, id);
  const table = kind === 'decision-table' ? decisionTable.safeParse(content).data : undefined;
  if (table === undefined)
    throw problem(
      422,
      'sheet-no-table',
      { zh: '只有决策表可以导出或导入表格', en: 'Only decision tables go out and come in as sheets' },
      { fix: { zh: '请在页面上编辑该配置', en: 'Edit this configuration on its page' } },
    );
  return { table, fileName: `${key.replace(/[^a-z0-9.-]/g, '-')}-v${versionNo}.xlsx` };
}

const out = route({
  method: 'GET',
  path: '/configuration-versions/:id/sheet',
  resource: 'configuration-version',
  action: 'take-sheet',
  summary: { zh: '导出决策表（XLSX）', en: 'A decision table as a sheet (XLSX)' },
  params: idParams,
  answers: { 200: binary(xlsx) },
  handle: async ({ strapi, params, account }) => {
    const db = databaseOf(strapi);
    if (seesOnlyForce(account) && (await readVersion(db, params.id)).inForceFrom === null) throw noSuchVersion();
    const { table, fileName } = await tableOf(db, params.id);
    const headers = { 'Content-Disposition': `attachment; filename="${fileName}"` };
    return { status: 200, body: await writeTableSheet(table), headers };
  },
});

const back = route({
  method: 'POST',
  path: '/configuration-versions/:id/sheet',
  resource: 'configuration-version',
  action: 'read-sheet',
  summary: {
    zh: '读取决策表的表格，与版本比较',
    en: 'Read the sheet of a decision table and compare it with the version',
  },
  description: {
    zh: '表单字段 file：由该版本导出的 XLSX。列须与决策表一致；不保存任何内容，只返回读到的内容与差异。',
    en: 'Form field file: the XLSX that this version gave. Its columns are those of the table; nothing is kept, the answer is what was read and what differs.',
  },
  params: idParams,
  answers: { 200: tableSheetAnswer },
  upload: ['multipart/form-data'],
  handle: async ({ strapi, params, http }) => {
    const { table } = await tableOf(databaseOf(strapi), params.id);
    const read = await withUploadedFile(http.request, ({ stream, name }) => readTableSheet(stream, name, table));
    if (!read.ok)
      return { status: 200, body: { content: null, faults: [...read.faults], changes: [], changesTotal: 0 } };
    const changes = tableChanges(table, read.table);
    return {
      status: 200,
      body: {
        content: jsonOf(read.table),
        faults: tableFaults(read.table),
        changes: changes.slice(0, changesMax),
        changesTotal: changes.length,
      },
    };
  },
});

/** A table is JSON by its shape; fields that are not there are left out. */
const jsonOf = (table: DecisionTable): Json => JSON.parse(JSON.stringify(table)) as Json;

export const sheetRoutes = [out, back];
