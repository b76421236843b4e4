import type { Queryable } from '@linggong/core';
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

/** In the order of the titles: two uploads that map the same ones the other way round would wait for each other. */
export async function rememberMapping(tx: Queryable, enterpriseId: number, mapping: Mapping): Promise<void> {
  const entries = Object.entries(mapping);
  if (entries.length === 0) return;
  await tx.query(
    `INSERT INTO settlement.header_mappings (enterprise_id, title, column_key)
     SELECT $1, title, column_key FROM unnest($2::text[], $3::text[]) AS m (title, column_key) ORDER BY title
     ON CONFLICT (enterprise_id, title) DO UPDATE SET column_key = excluded.column_key`,
    [enterpriseId, entries.map(([title]) => title), entries.map(([, key]) => key)],
  );
}
