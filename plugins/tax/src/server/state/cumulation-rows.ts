import type { Queryable } from '@linggong/core';
import { monthIndexOf, monthOfIndex, type Cumulation, type Regime } from '../../domain';
import { unnested, type RowColumn } from './row-columns';

export interface CumulationKey {
  readonly workerId: number;
  readonly regime: Regime;
}

/** The running totals of a worker as stored: what a quote stands on is the `version`. */
export interface StoredCumulation extends CumulationKey {
  readonly version: bigint;
  /** Payments ever taken; the sequence of the last record. */
  readonly payments: number;
  readonly state: Cumulation;
  readonly refundDueFen: bigint;
}

interface CumulationRow {
  worker_id: number;
  regime: Regime;
  version: bigint;
  payments: number;
  month: string | null;
  first_month: string | null;
  run_no: number;
  months: number;
  income_fen: bigint;
  exempt_fen: bigint;
  other_deduction_fen: bigint;
  relief_fen: bigint;
  withheld_fen: bigint;
  files_gross_fen: bigint;
  files_special_fen: bigint;
  files_other_sales_fen: bigint;
  files_vat_fen: bigint;
  files_urban_fen: bigint;
  files_education_fen: bigint;
  files_local_education_fen: bigint;
  receivable_fen: bigint;
  refund_due_fen: bigint;
}

const key: readonly RowColumn<CumulationKey>[] = [
  { name: 'worker_id', type: 'integer', of: (row) => row.workerId },
  { name: 'regime', type: 'text', of: (row) => row.regime },
];

const totals: readonly RowColumn<StoredCumulation>[] = [
  { name: 'version', type: 'bigint', of: ({ version }) => version },
  { name: 'payments', type: 'integer', of: ({ payments }) => payments },
  { name: 'month', type: 'text', of: ({ state }) => monthText(state.month) },
  { name: 'first_month', type: 'text', of: ({ state }) => monthText(state.firstMonth) },
  { name: 'run_no', type: 'integer', of: ({ state }) => state.run },
  { name: 'months', type: 'integer', of: ({ state }) => state.months },
  { name: 'income_fen', type: 'bigint', of: ({ state }) => state.incomeFen },
  { name: 'exempt_fen', type: 'bigint', of: ({ state }) => state.exemptFen },
  { name: 'other_deduction_fen', type: 'bigint', of: ({ state }) => state.otherDeductionFen },
  { name: 'relief_fen', type: 'bigint', of: ({ state }) => state.reliefFen },
  { name: 'withheld_fen', type: 'bigint', of: ({ state }) => state.withheldFen },
  { name: 'files_gross_fen', type: 'bigint', of: ({ state }) => state.vatMonth.grossFen },
  { name: 'files_special_fen', type: 'bigint', of: ({ state }) => state.vatMonth.specialFen },
  { name: 'files_other_sales_fen', type: 'bigint', of: ({ state }) => state.vatMonth.otherSalesFen },
  { name: 'files_vat_fen', type: 'bigint', of: ({ state }) => state.vatMonth.vatFen },
  { name: 'files_urban_fen', type: 'bigint', of: ({ state }) => state.vatMonth.urbanMaintenanceFen },
  { name: 'files_education_fen', type: 'bigint', of: ({ state }) => state.vatMonth.educationFen },
  { name: 'files_local_education_fen', type: 'bigint', of: ({ state }) => state.vatMonth.localEducationFen },
  { name: 'receivable_fen', type: 'bigint', of: ({ state }) => state.receivableFen },
  { name: 'refund_due_fen', type: 'bigint', of: ({ refundDueFen }) => refundDueFen },
];

const SELECTED = [...key, ...totals].map(({ name }) => `held.${name}`).join(', ');

/** Reads the totals of workers without locking them; workers never paid are absent. */
export async function readCumulations(
  db: Queryable,
  groupCode: string,
  keys: readonly CumulationKey[],
): Promise<StoredCumulation[]> {
  const given = unnested(key, keys, 2);
  const rows = await db.query<CumulationRow>(
    `SELECT ${SELECTED} FROM ${given.sql} JOIN tax.cumulations held USING (worker_id, regime) WHERE held.group_code = $1`,
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
  const given = unnested(key, keys, 2);
  await tx.query(
    `INSERT INTO tax.cumulations (worker_id, group_code, regime)
     SELECT worker_id, $1, regime FROM ${given.sql} ORDER BY worker_id, regime ON CONFLICT DO NOTHING`,
    [groupCode, ...given.values],
  );
  const rows = await tx.query<CumulationRow>(
    `SELECT ${SELECTED} FROM tax.cumulations held
      WHERE held.group_code = $1 AND (held.worker_id, held.regime) IN (SELECT worker_id, regime FROM ${given.sql})
      ORDER BY held.worker_id, held.regime FOR UPDATE OF held`,
    [groupCode, ...given.values],
  );
  return rows.map(storedCumulation);
}

/** Writes totals of locked rows. */
export async function writeCumulations(
  tx: Queryable,
  groupCode: string,
  changed: readonly StoredCumulation[],
  at: Date,
): Promise<void> {
  const given = unnested([...key, ...totals], changed, 3);
  const assignments = totals.map(({ name }) => `${name} = given.${name}`).join(', ');
  await tx.query(
    `UPDATE tax.cumulations held SET ${assignments}, updated_at = $2 FROM ${given.sql}
      WHERE held.worker_id = given.worker_id AND held.group_code = $1 AND held.regime = given.regime`,
    [groupCode, at, ...given.values],
  );
}

function monthText(index: number): string | null {
  return index === 0 ? null : monthOfIndex(index);
}

function storedCumulation(row: CumulationRow): StoredCumulation {
  return {
    workerId: row.worker_id,
    regime: row.regime,
    version: row.version,
    payments: row.payments,
    refundDueFen: row.refund_due_fen,
    state: {
      month: row.month === null ? 0 : monthIndexOf(row.month),
      firstMonth: row.first_month === null ? 0 : monthIndexOf(row.first_month),
      run: row.run_no,
      months: row.months,
      incomeFen: row.income_fen,
      exemptFen: row.exempt_fen,
      otherDeductionFen: row.other_deduction_fen,
      reliefFen: row.relief_fen,
      withheldFen: row.withheld_fen,
      vatMonth: {
        grossFen: row.files_gross_fen,
        specialFen: row.files_special_fen,
        otherSalesFen: row.files_other_sales_fen,
        vatFen: row.files_vat_fen,
        urbanMaintenanceFen: row.files_urban_fen,
        educationFen: row.files_education_fen,
        localEducationFen: row.files_local_education_fen,
      },
      receivableFen: row.receivable_fen,
    },
  };
}
