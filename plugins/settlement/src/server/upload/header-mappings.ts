import { record } from '@linggong/audit';
import type { Command, Queryable, Tx } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import { payoutColumns, type PayoutColumnKey } from '../../api';
import type { Mapping } from './upload-form';

/** Titles that an enterprise mapped earlier, so that it maps each only once. */
export async function rememberedMapping(db: Queryable, enterpriseId: number): Promise<Mapping> {
  const rows = await db.query<{ title: string; columnKey: string | null }>(
    'SELECT title, column_key AS "columnKey" FROM settlement.header_mappings WHERE enterprise_id = $1',
    [enterpriseId],
  );
  return Object.fromEntries(rows.map(({ title, columnKey }) => [title, keyOf(columnKey)]));
}

function keyOf(text: string | null): PayoutColumnKey | null {
  return payoutColumns.find((column) => column.key === text)?.key ?? null;
}

/**
 * In the order of the titles: two uploads that map the same ones the other way round would wait for each other. What is new is told in the log by
 * its counts: a sheet without headings may hold anybody's name where they are looked for.
 */
export async function rememberMapping(tx: Tx, command: Command, enterpriseId: number, mapping: Mapping): Promise<void> {
  const entries = Object.entries(mapping);
  if (entries.length === 0) return;
  const before = await countsOf(tx, enterpriseId);
  const changed = await tx.query(
    `INSERT INTO settlement.header_mappings AS known (enterprise_id, title, column_key)
     SELECT $1, title, column_key FROM unnest($2::text[], $3::text[]) AS m (title, column_key) ORDER BY title
     ON CONFLICT (enterprise_id, title) DO UPDATE SET column_key = excluded.column_key
       WHERE known.column_key IS DISTINCT FROM excluded.column_key RETURNING 1`,
    [enterpriseId, entries.map(([title]) => title), entries.map(([, key]) => key)],
  );
  if (changed.length === 0) return;
  const subject = { kind: 'enterprise', id: enterpriseId };
  const after = await countsOf(tx, enterpriseId);
  await record(tx, command, { action: 'enterprise.map-columns', subject, before, after, count: changed.length });
}

function countsOf(tx: Tx, enterpriseId: number): Promise<{ columnsMapped: number; columnsIgnored: number }> {
  return tx.one(
    `SELECT count(column_key)::int AS "columnsMapped", (count(*) - count(column_key))::int AS "columnsIgnored"
       FROM settlement.header_mappings WHERE enterprise_id = $1`,
    [enterpriseId],
  );
}

/**
 * Changes what headings mean that were mapped before. @throws Problem 404 for a heading that the enterprise never mapped: it is mapped with a sheet
 */
export async function changeMapping(
  tx: Tx,
  command: Command,
  enterpriseId: number,
  mapping: Mapping,
): Promise<Mapping> {
  const known = await rememberedMapping(tx, enterpriseId);
  if (Object.keys(mapping).some((title) => !Object.hasOwn(known, title))) throw notFound({ zh: '表头', en: 'heading' });
  await rememberMapping(tx, command, enterpriseId, mapping);
  return rememberedMapping(tx, enterpriseId);
}
