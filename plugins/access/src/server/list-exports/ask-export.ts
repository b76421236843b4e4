import { createHash, randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { record } from '@linggong/audit';
import { reachOf } from '@linggong/config/access';
import type { Command, Queryable, Tx } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { ownBytes, vaultOf } from '@linggong/vault';
import { EXPORT_ROWS_MAX, type ListExportWish } from '../../api/list-export';
import { totalsStatement, type ListSource } from '../../domain/list-sql';
import { rowScope } from '../../domain/row-scope';
import type { ConsoleResource } from '../console/console-resource';
import { listOf } from '../console/list-registry';
import { readQuery, seenColumns, sourceFor, type ListReader } from '../console/list-source';
import type { Account } from '../http/account';
import { exportTooLarge, exportsWaiting, noSuchColumn, noSuchList } from './problems';

export const EXPORT_JOB = 'access.export-list';
/** Files of one account that are in the making at one time. */
const WAITING_MAX = 3;

/**
 * Finds a list whose rows an account takes away.
 * @throws Problem 404 for a list that is not, or that his role does not export: the two are not told apart
 */
export function exportedList(
  name: string,
  account: Account,
  at: Date,
): { resource: ConsoleResource; reader: ListReader } {
  const resource = listOf(name);
  const reach = resource && reachOf(account.role, resource.resource, 'export');
  if (!resource || reach === undefined) throw noSuchList();
  return { resource, reader: { account, scope: rowScope(reach, account), at } };
}

/**
 * Asks for the file of a list (列表导出): what is wished for is kept sealed, a job makes the file, and one entry tells who takes which rows.
 * @throws Problem 400 for a column or filter that the list does not have; 404 for a list; 409 `exports-waiting`; 422 `export-too-large`
 */
export async function askExport(
  strapi: Core.Strapi,
  tx: Tx,
  account: Account,
  wish: ListExportWish,
  command: Command,
): Promise<{ id: string; jobId: string }> {
  const { resource, reader } = exportedList(wish.listName, account, command.at);
  const columns = seenColumns(resource, account);
  const unknown = wish.exportColumns.find(({ field }) => !Object.hasOwn(columns, field.split('.')[0] ?? ''));
  if (unknown) throw noSuchColumn(unknown.field);
  const source = sourceFor(resource, reader);
  const total = source && (await countedRows(tx, source, wish));
  if (total !== undefined && total > EXPORT_ROWS_MAX) throw exportTooLarge();
  await demandRoom(tx, account.id, command.at);
  const content = ownBytes(Buffer.from(JSON.stringify(wish)));
  const about = { kind: 'list-export-wish', contentType: 'application/json', subject: `account:${account.id}` };
  const { id: wishFile } = await vaultOf(strapi).putFile(tx, about, content);
  const id = randomUUID();
  const job = { queue: 'imports' as const, name: EXPORT_JOB, payload: { exportId: id }, key: id };
  const jobId = await jobsOf(strapi).enqueue(tx, job, command);
  await tx.query(
    `INSERT INTO access.list_exports (id, account_id, role, list, format, asked_at, wish_file, job_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, account.id, account.role, wish.listName, wish.format, command.at, wishFile, jobId],
  );
  await record(tx, command, {
    action: 'console.ask-export',
    subject: { kind: resource.resource, id: resource.name },
    after: { exportId: id, ...toldWish(wish), ...(total === undefined ? {} : { total }) },
  });
  return { id, jobId };
}

/** What the log keeps of a wish: columns and format as they are, of the filter the names of its columns and a hash. */
function toldWish({ format, filter, exportColumns }: ListExportWish): Record<string, unknown> {
  return {
    format,
    fields: exportColumns.map(({ field }) => field).join(','),
    ...(filter === undefined
      ? {}
      : {
          filteredBy: Object.keys(JSON.parse(filter) as object)
            .sort()
            .join(','),
          filterSha256: createHash('sha256').update(filter).digest('hex'),
        }),
  };
}

/** How many rows a wish has, undefined for a list that grows without end: its job counts. @throws Problem 400 `list-query-invalid` */
async function countedRows(
  db: Queryable,
  source: ListSource,
  { sort, filter }: ListExportWish,
): Promise<number | undefined> {
  const query = readQuery(source.columns, { sort, filter });
  if (source.countMax !== undefined) return undefined;
  return countRows(db, source, query);
}

/** Every row of a list, also of one that elsewhere counts no further than its cap. */
export async function countRows(
  db: Queryable,
  source: ListSource,
  query: ReturnType<typeof readQuery>,
): Promise<number> {
  const idOnly = Object.fromEntries(Object.entries(source.columns).filter(([name]) => name === 'id'));
  const { sql, values } = totalsStatement({ ...source, columns: idOnly, countMax: undefined }, query);
  return Number((await db.one<{ total: bigint }>(sql, values)).total);
}

async function demandRoom(tx: Tx, accountId: number, at: Date): Promise<void> {
  // A job that failed for good leaves its row open: it counts for an hour and no longer.
  const since = new Date(at.getTime() - 3_600_000);
  const { open } = await tx.one<{ open: bigint }>(
    'SELECT count(*) AS open FROM access.list_exports WHERE account_id = $1 AND ready_at IS NULL AND asked_at > $2',
    [accountId, since],
  );
  if (open >= WAITING_MAX) throw exportsWaiting(WAITING_MAX);
}
