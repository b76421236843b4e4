import type { Queryable } from '@linggong/core';
import { monthOfIndex, yearOfIndex } from '../../domain';
import type { CumulationKey, StoredCumulation } from './cumulation-columns';
import type { RunSums } from './run-sums';
import { columnNames, unnested, type RowColumn } from './row-columns';

/** A run that has ended. */
export interface PastRun extends CumulationKey {
  readonly firstMonth: number;
  readonly lastMonth: number;
  readonly run: number;
  readonly months: number;
  readonly sums: RunSums;
}

const key: readonly RowColumn<PastRun>[] = [
  { name: 'worker_id', type: 'integer', of: (row) => row.workerId },
  { name: 'regime', type: 'text', of: (row) => row.regime },
  { name: 'year', type: 'integer', of: (row) => yearOfIndex(row.lastMonth) },
  { name: 'run_no', type: 'integer', of: (row) => row.run },
];

const facts: readonly RowColumn<PastRun>[] = [
  { name: 'first_month', type: 'text', of: (row) => monthOfIndex(row.firstMonth) },
  { name: 'last_month', type: 'text', of: (row) => monthOfIndex(row.lastMonth) },
  { name: 'months', type: 'integer', of: (row) => row.months },
  { name: 'payments', type: 'integer', of: ({ sums }) => sums.payments },
  { name: 'gross_fen', type: 'bigint', of: ({ sums }) => sums.grossFen },
  { name: 'vat_fen', type: 'bigint', of: ({ sums }) => sums.vatFen },
  { name: 'surcharge_fen', type: 'bigint', of: ({ sums }) => sums.surchargeFen },
  { name: 'income_fen', type: 'bigint', of: ({ sums }) => sums.incomeFen },
  { name: 'income_tax_fen', type: 'bigint', of: ({ sums }) => sums.incomeTaxFen },
  { name: 'net_fen', type: 'bigint', of: ({ sums }) => sums.netFen },
];

const columns = [...key, ...facts];

/** Writes ended runs, over what stood under their numbers. */
export async function writePastRuns(tx: Queryable, groupCode: string, runs: readonly PastRun[]): Promise<void> {
  if (runs.length === 0) return;
  const given = unnested(columns, runs, 2);
  const assignments = facts.map(({ name }) => `${name} = excluded.${name}`).join(', ');
  await tx.query(
    `INSERT INTO tax.past_runs (group_code, ${columnNames(columns)}) SELECT $1, ${columnNames(columns)} FROM ${given.sql}
     ON CONFLICT (worker_id, group_code, regime, year, run_no) DO UPDATE SET ${assignments}`,
    [groupCode, ...given.values],
  );
}

/** A year of a worker whose runs are about to be written anew. */
interface RunYear extends CumulationKey {
  readonly year: number;
}

const runYear: readonly RowColumn<RunYear>[] = [
  { name: 'worker_id', type: 'integer', of: (row) => row.workerId },
  { name: 'regime', type: 'text', of: (row) => row.regime },
  { name: 'year', type: 'integer', of: (row) => row.year },
];

/** After a void a year can have fewer runs: all are emptied before the remaining ones are written. Rows are never deleted. */
export async function emptyPastRuns(tx: Queryable, groupCode: string, years: readonly RunYear[]): Promise<void> {
  const given = unnested(runYear, years, 2);
  await tx.query(
    `UPDATE tax.past_runs past SET payments = 0, gross_fen = 0, vat_fen = 0, surcharge_fen = 0, income_fen = 0,
            income_tax_fen = 0, net_fen = 0
       FROM ${given.sql} WHERE past.group_code = $1 AND past.worker_id = given.worker_id
        AND past.regime = given.regime AND past.year = given.year AND past.payments > 0`,
    [groupCode, ...given.values],
  );
}

/** The run in progress as one that ends now. */
export function asPastRun({ workerId, regime, state, sums }: StoredCumulation): PastRun {
  return {
    workerId,
    regime,
    run: state.run,
    months: state.months,
    firstMonth: state.firstMonth,
    lastMonth: state.month,
    sums,
  };
}

/** True where the totals before and after belong to different runs, and there was one before. */
export function endsRun(before: StoredCumulation, after: StoredCumulation): boolean {
  if (before.sums.payments === 0) return false;
  return before.state.run !== after.state.run || yearOfIndex(before.state.month) !== yearOfIndex(after.state.month);
}
