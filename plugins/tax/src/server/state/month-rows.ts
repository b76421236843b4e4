import type { Queryable } from '@linggong/core';
import { monthIndexOf, monthOfIndex, type MonthLine, type Regime } from '../../domain';
import { columnNames, unnested, type RowColumn } from './row-columns';
import type { CumulationKey } from './cumulation-rows';

/** One month of one worker as stored. */
export interface StoredMonth extends CumulationKey {
  readonly run: number;
  readonly line: MonthLine;
}

const identity: readonly RowColumn<StoredMonth>[] = [
  { name: 'worker_id', type: 'integer', of: ({ workerId }) => workerId },
  { name: 'regime', type: 'text', of: ({ regime }) => regime },
  { name: 'month', type: 'text', of: ({ line }) => monthOfIndex(line.month) },
];

const run: RowColumn<StoredMonth> = { name: 'run_no', type: 'integer', of: (month) => month.run };

const sums: readonly RowColumn<StoredMonth>[] = [
  { name: 'payments', type: 'integer', of: ({ line }) => line.payments },
  { name: 'gross_fen', type: 'bigint', of: ({ line }) => line.grossFen },
  { name: 'vat_fen', type: 'bigint', of: ({ line }) => line.vatFen },
  { name: 'urban_maintenance_fen', type: 'bigint', of: ({ line }) => line.urbanMaintenanceFen },
  { name: 'education_fen', type: 'bigint', of: ({ line }) => line.educationFen },
  { name: 'local_education_fen', type: 'bigint', of: ({ line }) => line.localEducationFen },
  { name: 'income_fen', type: 'bigint', of: ({ line }) => line.incomeFen },
  { name: 'exempt_fen', type: 'bigint', of: ({ line }) => line.exemptFen },
  { name: 'other_deduction_fen', type: 'bigint', of: ({ line }) => line.otherDeductionFen },
  { name: 'relief_fen', type: 'bigint', of: ({ line }) => line.reliefFen },
  { name: 'income_tax_fen', type: 'bigint', of: ({ line }) => line.incomeTaxFen },
  { name: 'net_fen', type: 'bigint', of: ({ line }) => line.netFen },
  { name: 'files_gross_fen', type: 'bigint', of: ({ line }) => line.vatMonth.grossFen },
  { name: 'files_special_fen', type: 'bigint', of: ({ line }) => line.vatMonth.specialFen },
  { name: 'files_other_sales_fen', type: 'bigint', of: ({ line }) => line.vatMonth.otherSalesFen },
  { name: 'files_vat_fen', type: 'bigint', of: ({ line }) => line.vatMonth.vatFen },
  { name: 'files_urban_fen', type: 'bigint', of: ({ line }) => line.vatMonth.urbanMaintenanceFen },
  { name: 'files_education_fen', type: 'bigint', of: ({ line }) => line.vatMonth.educationFen },
  { name: 'files_local_education_fen', type: 'bigint', of: ({ line }) => line.vatMonth.localEducationFen },
];

const columns = [...identity, run, ...sums];

/** Adds the lines of a batch to the months of their workers. The rows of `cumulations` are locked already. */
export async function addToMonths(tx: Queryable, groupCode: string, added: readonly StoredMonth[]): Promise<void> {
  const increments = sums.map(({ name }) => `${name} = held.${name} + excluded.${name}`);
  await upsert(tx, groupCode, added, ['run_no = excluded.run_no', ...increments]);
}

/** Writes whole months, as they are after a void. */
export async function writeMonths(tx: Queryable, groupCode: string, months: readonly StoredMonth[]): Promise<void> {
  await upsert(
    tx,
    groupCode,
    months,
    [run, ...sums].map(({ name }) => `${name} = excluded.${name}`),
  );
}

async function upsert(
  tx: Queryable,
  groupCode: string,
  months: readonly StoredMonth[],
  assignments: readonly string[],
): Promise<void> {
  const given = unnested(columns, months, 2);
  await tx.query(
    `INSERT INTO tax.worker_months AS held (group_code, ${columnNames(columns)})
     SELECT $1, ${columnNames(columns)} FROM ${given.sql}
     ON CONFLICT (worker_id, group_code, regime, month) DO UPDATE SET ${assignments.join(', ')}`,
    [groupCode, ...given.values],
  );
}

interface MonthRow {
  worker_id: number;
  regime: Regime;
  month: string;
  run_no: number;
  payments: number;
  gross_fen: bigint;
  vat_fen: bigint;
  urban_maintenance_fen: bigint;
  education_fen: bigint;
  local_education_fen: bigint;
  income_fen: bigint;
  exempt_fen: bigint;
  other_deduction_fen: bigint;
  relief_fen: bigint;
  income_tax_fen: bigint;
  net_fen: bigint;
  files_gross_fen: bigint;
  files_special_fen: bigint;
  files_other_sales_fen: bigint;
  files_vat_fen: bigint;
  files_urban_fen: bigint;
  files_education_fen: bigint;
  files_local_education_fen: bigint;
}

/** Months with live payments of some workers in a group, oldest first. */
export async function readMonths(
  db: Queryable,
  groupCode: string,
  workerIds: readonly number[],
  fromMonth: string,
): Promise<StoredMonth[]> {
  const rows = await db.query<MonthRow>(
    `SELECT ${columnNames(columns)} FROM tax.worker_months
      WHERE group_code = $1 AND worker_id = ANY($2::integer[]) AND month >= $3 AND payments > 0
      ORDER BY worker_id, regime, month`,
    [groupCode, workerIds, fromMonth],
  );
  return rows.map(storedMonth);
}

function storedMonth(row: MonthRow): StoredMonth {
  return {
    workerId: row.worker_id,
    regime: row.regime,
    run: row.run_no,
    line: {
      month: monthIndexOf(row.month),
      payments: row.payments,
      grossFen: row.gross_fen,
      vatFen: row.vat_fen,
      urbanMaintenanceFen: row.urban_maintenance_fen,
      educationFen: row.education_fen,
      localEducationFen: row.local_education_fen,
      incomeFen: row.income_fen,
      exemptFen: row.exempt_fen,
      otherDeductionFen: row.other_deduction_fen,
      reliefFen: row.relief_fen,
      incomeTaxFen: row.income_tax_fen,
      netFen: row.net_fen,
      vatMonth: {
        grossFen: row.files_gross_fen,
        specialFen: row.files_special_fen,
        otherSalesFen: row.files_other_sales_fen,
        vatFen: row.files_vat_fen,
        urbanMaintenanceFen: row.files_urban_fen,
        educationFen: row.files_education_fen,
        localEducationFen: row.files_local_education_fen,
      },
    },
  };
}
