import type { Queryable, Tx } from '@linggong/core';
import {
  keyColumns,
  selectedColumns,
  storedCumulation,
  totalColumns,
  type CumulationKey,
  type CumulationRow,
  type StoredCumulation,
} from './cumulation-columns';
import { columnNames, copyText, unnested } from './row-columns';

/** Reads the totals of workers without locking them; workers never paid are absent. */
export async function readCumulations(
  db: Queryable,
  groupCode: string,
  keys: readonly CumulationKey[],
): Promise<StoredCumulation[]> {
  const given = unnested(keyColumns, keys, 2);
  const rows = await db.query<CumulationRow>(
    `SELECT ${selectedColumns} FROM ${given.sql} JOIN tax.cumulations held USING (worker_id, regime) WHERE held.group_code = $1`,
    [groupCode, ...given.values],
  );
  return rows.map(storedCumulation);
}

/**
 * Locks the totals of workers in the order of their ids, making the missing rows first: FOR UPDATE locks nothing where no
 * row is, and two batches that pay a new worker at once must wait for each other too.
 */
export async function lockCumulations(
  tx: Queryable,
  groupCode: string,
  keys: readonly CumulationKey[],
): Promise<StoredCumulation[]> {
  const given = unnested(keyColumns, keys, 2);
  const values = [groupCode, ...given.values];
  await tx.query(
    `INSERT INTO tax.cumulations (worker_id, group_code, regime)
     SELECT worker_id, $1, regime FROM ${given.sql}
      WHERE NOT EXISTS (SELECT FROM tax.cumulations held
        WHERE held.worker_id = given.worker_id AND held.group_code = $1 AND held.regime = given.regime)
      ORDER BY worker_id, regime ON CONFLICT DO NOTHING`,
    values,
  );
  const rows = await tx.query<CumulationRow>(
    `SELECT ${selectedColumns} FROM ${given.sql} JOIN tax.cumulations held
         ON held.worker_id = given.worker_id AND held.group_code = $1 AND held.regime = given.regime
      ORDER BY held.worker_id, held.regime FOR UPDATE OF held`,
    values,
  );
  return rows.map(storedCumulation);
}

const staged = [...keyColumns, ...totalColumns];

/** Writes totals of locked rows. */
export async function writeCumulations(
  tx: Tx,
  groupCode: string,
  changed: readonly StoredCumulation[],
  at: Date,
): Promise<void> {
  if (changed.length === 0) return;
  await tx.copyIn(`COPY tax.staged_totals (${columnNames(staged)}) FROM STDIN`, copyText(staged, changed));
  const assignments = totalColumns.map(({ name }) => `${name} = staged.${name}`).join(', ');
  await tx.query(
    `UPDATE tax.cumulations held SET ${assignments}, updated_at = $2 FROM tax.staged_totals staged
      WHERE held.worker_id = staged.worker_id AND held.group_code = $1 AND held.regime = staged.regime`,
    [groupCode, at],
  );
  await tx.query('DELETE FROM tax.staged_totals');
}
