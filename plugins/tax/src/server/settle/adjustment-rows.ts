import { accountOf, post, type LedgerEntry, type Posting } from '@linggong/ledger';
import type { Command, Tx } from '@linggong/core';
import type { Fen } from '@linggong/core/domain';
import { monthOfIndex, type VatRole } from '../../domain';
import type { CumulationKey } from '../state/cumulation-columns';
import { columnNames, unnested, type RowColumn } from '../state/row-columns';
import type { AllocatedChange } from './charged-shares';

/** What restating changed of one worker's charges, on the books of one enterprise. */
export interface NewAdjustment extends AllocatedChange, CumulationKey {
  readonly periodId: number;
}

const columns: readonly RowColumn<NewAdjustment>[] = [
  { name: 'worker_id', type: 'integer', of: (row) => row.workerId },
  { name: 'regime', type: 'text', of: (row) => row.regime },
  { name: 'enterprise_id', type: 'integer', of: (row) => row.enterpriseId },
  { name: 'period_id', type: 'integer', of: (row) => row.periodId },
  { name: 'tax_month', type: 'text', of: (row) => monthOfIndex(row.month) },
  { name: 'vat_role', type: 'text', of: ({ day }) => vatRoleOf(day) },
  { name: 'tax_day', type: 'text', of: (row) => row.day },
  { name: 'vat_fen', type: 'bigint', of: (row) => row.vatFen },
  { name: 'urban_maintenance_fen', type: 'bigint', of: (row) => row.urbanMaintenanceFen },
  { name: 'education_fen', type: 'bigint', of: (row) => row.educationFen },
  { name: 'local_education_fen', type: 'bigint', of: (row) => row.localEducationFen },
  { name: 'income_tax_fen', type: 'bigint', of: (row) => row.incomeTaxFen },
];

function vatRoleOf(day: string | null): VatRole {
  return day === null ? 'platform-files' : 'payer-withholds';
}

interface Written {
  readonly id: bigint;
  readonly enterpriseId: number;
  readonly vatFen: Fen;
  readonly surchargeFen: Fen;
  readonly incomeTaxFen: Fen;
}

/**
 * Writes adjustments and books them in the same transaction: tax that is no longer due goes from the tax accounts of the
 * enterprise to the worker's account with it (`receivable`, below zero what is due back to him), missing tax the other way.
 * So the ledger says at all times what the tax totals say.
 */
export async function writeAdjustments(
  tx: Tx,
  groupCode: string,
  adjustments: readonly NewAdjustment[],
  command: Command,
): Promise<void> {
  if (adjustments.length === 0) return;
  const given = unnested(columns, adjustments, 3);
  const selected = columns.map(({ name }) => (name === 'tax_day' ? 'tax_day::date' : name)).join(', ');
  const rows = await tx.query<Written>(
    `INSERT INTO tax.adjustments (group_code, at, ${columnNames(columns)})
     SELECT $1, $2::timestamptz, ${selected} FROM ${given.sql}
     RETURNING id, enterprise_id AS "enterpriseId", vat_fen AS "vatFen", income_tax_fen AS "incomeTaxFen",
               urban_maintenance_fen + education_fen + local_education_fen AS "surchargeFen"`,
    [groupCode, command.at, ...given.values],
  );
  const entries = rows.map((row) => entryOf(row, command.at)).filter(({ postings }) => postings.length > 0);
  await post(tx, command, entries);
}

/** What an adjustment books. The components of the surcharges can cancel each other out; then nothing is booked for them. */
function entryOf({ id, enterpriseId, vatFen, surchargeFen, incomeTaxFen }: Written, occurredAt: Date): LedgerEntry {
  const moves = [
    { kind: 'tax-vat', fen: vatFen },
    { kind: 'tax-surcharge', fen: surchargeFen },
    { kind: 'tax-iit', fen: incomeTaxFen },
  ] as const;
  const worker = accountOf('receivable', enterpriseId);
  const postings = moves.flatMap(({ kind, fen }): Posting[] => {
    if (fen === 0n) return [];
    const tax = accountOf(kind, enterpriseId);
    return fen > 0n
      ? [{ source: tax, destination: worker, amountFen: fen }]
      : [{ source: worker, destination: tax, amountFen: -fen }];
  });
  return { key: `tax-adjustment:${id}`, kind: 'tax-adjusted', occurredAt, reference: `tax-adjustment:${id}`, postings };
}
