import type { Core } from '@strapi/strapi';
import { coveredRead, record } from '@linggong/audit';
import { databaseOf, nodeDeflate, type Command, type Queryable, type Tx } from '@linggong/core';
import { exportChunks, exportTypes, type ExportValue } from '@linggong/core/domain';
import type { JobInHand } from '@linggong/jobs';
import { ownBytes, rowForLater, vaultOf, type Vault } from '@linggong/vault';
import { EXPORT_ROWS_MAX, listExportBody, type ListExportWish } from '../../api/list-export';
import { exportRow, type WishedColumn } from '../../domain/export-row';
import type { ListQuery } from '../../domain/list-query';
import { pageStatement, type ListSource } from '../../domain/list-sql';
import { tellNews } from '../news/tell-news';
import { standingMaker } from '../approvals/makers';
import { readQuery, sourceFor } from '../console/list-source';
import { countRows, exportedList } from './ask-export';
import { exportNotAllowed, exportTooLarge } from './problems';

/** Rows that are held at one time. */
const ROWS_A_ROUND = 1_000;

interface ExportRow {
  readonly accountId: number;
  readonly role: string;
  readonly askedAt: Date;
  readonly wishFile: string;
  readonly fileId: string | null;
}

export interface MadeExport {
  readonly exportId: string;
  readonly rows: number;
}

/**
 * Makes the file of a list with the eyes of who asked (列表导出): his role, scope and masks, and the list as it is at one instant. Done before,
 * it does nothing.
 * @throws Problem 403 where he has another role by now; 422 `export-too-large`
 */
export async function makeExport(
  strapi: Core.Strapi,
  exportId: string,
  progress: JobInHand['progress'],
  command: Command,
): Promise<MadeExport | undefined> {
  const db = databaseOf(strapi);
  const asked = await db.maybeOne<ExportRow>(
    `SELECT account_id AS "accountId", role, asked_at AS "askedAt", wish_file AS "wishFile", file_id AS "fileId"
       FROM access.list_exports WHERE id = $1`,
    [exportId],
  );
  if (!asked || asked.fileId !== null) return undefined;
  const account = await standingMaker(db, { maker: asked.accountId, makerRole: asked.role });
  if (!account) throw exportNotAllowed();
  const vault = vaultOf(strapi);
  const wish = await wishOf(vault, asked.wishFile);
  const { resource, reader } = exportedList(wish.listName, account, asked.askedAt);
  const source = sourceFor(resource, reader);
  const counted = { rows: 0 };
  const { file, keep } = await db.transaction(async (tx) => {
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const rows = source ? rowsOf(tx, source, wish, counted, progress) : nothing();
    return storeFile(vault, exportId, wish, rows);
  });
  await db.transaction(async (tx) => {
    await keep(tx);
    await tx.query(
      'UPDATE access.list_exports SET file_id = $2, row_count = $3, ready_at = $4 WHERE id = $1 AND file_id IS NULL',
      [exportId, file.id, counted.rows, command.at],
    );
    await record(tx, command, {
      action: 'console.make-export',
      subject: { kind: resource.resource, id: resource.name },
      after: { exportId, rows: counted.rows, sha256: file.sha256 },
    });
    await tellNews(tx, command, [
      { kind: 'export-ready', to: { accountId: account.id }, page: wish.listName, id: exportId },
    ]);
  });
  return { exportId, rows: counted.rows };
}

async function wishOf(vault: Pick<Vault, 'getFile'>, id: string): Promise<ListExportWish> {
  const pieces: Buffer[] = [];
  for await (const piece of vault.getFile(id, coveredRead('console.make-export', ['file']))) pieces.push(piece);
  return listExportBody.parse(JSON.parse(Buffer.concat(pieces).toString()));
}

async function* nothing(): AsyncGenerator<ExportValue[]> {}

/**
 * The rows, a thousand at a time from one cursor: however the list is ordered, no row is missed or told twice while others are written, and
 * the last page costs no more than the first, as it would by its place.
 */
async function* rowsOf(
  tx: Tx,
  source: ListSource,
  wish: ListExportWish,
  counted: { rows: number },
  progress: JobInHand['progress'],
): AsyncGenerator<ExportValue[]> {
  const { sort, filter, exportColumns } = wish;
  const query: ListQuery = { ...readQuery(source.columns, { sort, filter }), offset: 0, limit: EXPORT_ROWS_MAX };
  const total = await countRows(tx, source, query);
  if (total > EXPORT_ROWS_MAX) throw exportTooLarge();
  const columns = exportColumns.map(({ field, title: heading, kind, words }): WishedColumn => ({
    source: field,
    heading,
    kind,
    words: new Map(words),
  }));
  const { sql, values } = pageStatement(source, query);
  await tx.query(`DECLARE exported NO SCROLL CURSOR FOR ${sql}`, values);
  for (;;) {
    const rows = await tx.query<Record<string, unknown>>(`FETCH ${ROWS_A_ROUND} FROM exported`);
    for (const row of rows) yield exportRow(columns, row);
    counted.rows += rows.length;
    await progress({ stage: 'export', done: counted.rows, total });
    if (rows.length < ROWS_A_ROUND) return;
  }
}

/** Seals the file while it is made; its row is kept for the transaction that tells of it. */
async function storeFile(
  vault: Pick<Vault, 'putFile'>,
  exportId: string,
  { format, title, exportColumns }: ListExportWish,
  rows: AsyncIterable<readonly ExportValue[]>,
): Promise<{ file: { id: string; sha256: string }; keep: (tx: Queryable) => Promise<unknown> }> {
  const { later, keep } = rowForLater();
  const about = { kind: 'list-export', contentType: exportTypes[format], subject: `list-export:${exportId}` };
  const columns = exportColumns.map(({ title: heading, kind }) => ({ heading, kind }));
  const chunks = exportChunks(format, { name: title, columns, rows }, nodeDeflate);
  const file = await vault.putFile(later, about, ownBytes(buffers(chunks)));
  return { file, keep };
}

async function* buffers(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const { buffer, byteOffset, length } of chunks) yield Buffer.from(buffer, byteOffset, length);
}
