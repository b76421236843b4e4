import type { Queryable } from '@linggong/core';
import { monthOfIndex, type MonthCorrection } from '../../domain';
import type { CumulationKey } from '../state/cumulation-columns';
import { columnNames, unnested, type RowColumn } from '../state/row-columns';

/** A month that must be filed again, and the record whose void made it so. */
export interface NewCorrection extends MonthCorrection, CumulationKey {
  readonly recordId: number;
}

const columns: readonly RowColumn<NewCorrection>[] = [
  { name: 'record_id', type: 'integer', of: (row) => row.recordId },
  { name: 'worker_id', type: 'integer', of: (row) => row.workerId },
  { name: 'regime', type: 'text', of: (row) => row.regime },
  { name: 'month', type: 'text', of: (row) => monthOfIndex(row.month) },
  { name: 'income_before_fen', type: 'bigint', of: (row) => row.before.incomeFen },
  { name: 'income_after_fen', type: 'bigint', of: (row) => row.after.incomeFen },
  { name: 'tax_before_fen', type: 'bigint', of: (row) => row.before.incomeTaxFen },
  { name: 'tax_after_fen', type: 'bigint', of: (row) => row.after.incomeTaxFen },
  { name: 'vat_before_fen', type: 'bigint', of: (row) => row.before.vatFen },
  { name: 'vat_after_fen', type: 'bigint', of: (row) => row.after.vatFen },
  { name: 'surcharge_before_fen', type: 'bigint', of: (row) => row.before.surchargeFen },
  { name: 'surcharge_after_fen', type: 'bigint', of: (row) => row.after.surchargeFen },
];

export async function writeCorrections(
  tx: Queryable,
  groupCode: string,
  corrections: readonly NewCorrection[],
  at: Date,
): Promise<void> {
  if (corrections.length === 0) return;
  const given = unnested(columns, corrections, 3);
  await tx.query(
    `INSERT INTO tax.corrections (group_code, at, ${columnNames(columns)})
     SELECT $1, $2, ${columnNames(columns)} FROM ${given.sql}`,
    [groupCode, at, ...given.values],
  );
}
