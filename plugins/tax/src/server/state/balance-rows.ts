import type { Queryable } from '@linggong/core';
import type { Fen } from '@linggong/core/domain';
import { stateKey } from '../../domain';
import { keyColumns, type CumulationKey } from './cumulation-columns';
import { unnested, type RowColumn } from './row-columns';

/** A change of what a worker owes an enterprise. */
export interface OwedChange extends CumulationKey {
  readonly enterpriseId: number;
  readonly owedFen: Fen;
}

const columns: readonly RowColumn<OwedChange>[] = [
  ...keyColumns,
  { name: 'enterprise_id', type: 'integer', of: (row) => row.enterpriseId },
  { name: 'owed_fen', type: 'bigint', of: (row) => row.owedFen },
];

/**
 * What workers owe one enterprise, by worker and regime. Under a lock it is a statement of its own after the one that locks: a
 * join there would read what was committed before the lock was waited for.
 */
export async function readOwed(
  db: Queryable,
  groupCode: string,
  enterpriseId: number,
  keys: readonly CumulationKey[],
): Promise<Map<string, Fen>> {
  const given = unnested(keyColumns, keys, 3);
  const rows = await db.query<CumulationKey & { owedFen: Fen }>(
    `SELECT b.worker_id AS "workerId", b.regime, b.owed_fen AS "owedFen" FROM ${given.sql}
       JOIN tax.balances b USING (worker_id, regime)
      WHERE b.group_code = $1 AND b.enterprise_id = $2 AND b.owed_fen <> 0`,
    [groupCode, enterpriseId, ...given.values],
  );
  return new Map(rows.map((row) => [stateKey(row), row.owedFen]));
}

/** Adds changes to the balances; the totals of the workers are locked. */
export async function addOwed(
  tx: Queryable,
  groupCode: string,
  changes: readonly OwedChange[],
  at: Date,
): Promise<void> {
  const moved = changes.filter(({ owedFen }) => owedFen !== 0n);
  if (moved.length === 0) return;
  const given = unnested(columns, moved, 3);
  await tx.query(
    `INSERT INTO tax.balances AS held (worker_id, group_code, regime, enterprise_id, owed_fen, updated_at)
     SELECT worker_id, $1, regime, enterprise_id, sum(owed_fen), $2::timestamptz FROM ${given.sql}
      GROUP BY worker_id, regime, enterprise_id ORDER BY worker_id, regime, enterprise_id
     ON CONFLICT (worker_id, group_code, regime, enterprise_id)
     DO UPDATE SET owed_fen = held.owed_fen + excluded.owed_fen, updated_at = excluded.updated_at`,
    [groupCode, at, ...given.values],
  );
}
