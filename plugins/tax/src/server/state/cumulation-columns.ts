import { EMPTY_VAT_MONTH, monthIndexOf, monthOfIndex, type Cumulation, type Regime, type VatMonth } from '../../domain';
import type { RunSums } from './run-sums';
import type { RowColumn } from './row-columns';

export interface CumulationKey {
  readonly workerId: number;
  readonly regime: Regime;
}

/** The running totals of a worker as stored: what a quote stands on is the `version`. */
export interface StoredCumulation extends CumulationKey {
  readonly version: bigint;
  /** Payments ever taken; the sequence of the last record. */
  readonly payments: number;
  /** Its `receivableFen` is what the worker owes the enterprise that asks (`tax.balances`); it is no column of this row. */
  readonly state: Cumulation;
  /** Sums of the run in progress. */
  readonly sums: RunSums;
}

/** A row of `tax.cumulations` as the driver gives it. */
export interface CumulationRow {
  readonly worker_id: number;
  readonly regime: Regime;
  readonly version: bigint;
  readonly payments: number;
  readonly month: string | null;
  readonly first_month: string | null;
  readonly run_no: number;
  readonly months: number;
  readonly run_payments: number;
  /** The amounts of the row in the order of `amountNames`. */
  readonly amounts: readonly bigint[];
}

const amountNames = [
  'income_fen',
  'exempt_fen',
  'other_deduction_fen',
  'relief_fen',
  'withheld_fen',
  'files_gross_fen',
  'files_special_fen',
  'files_other_sales_fen',
  'files_vat_fen',
  'files_urban_fen',
  'files_education_fen',
  'files_local_education_fen',
  'run_gross_fen',
  'run_vat_fen',
  'run_surcharge_fen',
  'run_income_fen',
  'run_income_tax_fen',
  'run_net_fen',
] as const;

/** Amounts are read as one array a row: the driver takes several times as long for twenty columns. */
export const selectedColumns = `held.worker_id, held.regime, held.version, held.payments, held.month, held.first_month,
  held.run_no, held.months, held.run_payments, ARRAY[${amountNames.map((name) => `held.${name}`).join(', ')}] AS amounts`;

export const keyColumns: readonly RowColumn<CumulationKey>[] = [
  { name: 'worker_id', type: 'integer', of: (row) => row.workerId },
  { name: 'regime', type: 'text', of: (row) => row.regime },
];

const stateColumns: readonly RowColumn<StoredCumulation>[] = [
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
];

const sumColumns: readonly RowColumn<StoredCumulation>[] = [
  { name: 'run_payments', type: 'integer', of: ({ sums }) => sums.payments },
  { name: 'run_gross_fen', type: 'bigint', of: ({ sums }) => sums.grossFen },
  { name: 'run_vat_fen', type: 'bigint', of: ({ sums }) => sums.vatFen },
  { name: 'run_surcharge_fen', type: 'bigint', of: ({ sums }) => sums.surchargeFen },
  { name: 'run_income_fen', type: 'bigint', of: ({ sums }) => sums.incomeFen },
  { name: 'run_income_tax_fen', type: 'bigint', of: ({ sums }) => sums.incomeTaxFen },
  { name: 'run_net_fen', type: 'bigint', of: ({ sums }) => sums.netFen },
];

/** What a change writes, beside the key. */
export const totalColumns: readonly RowColumn<StoredCumulation>[] = [
  { name: 'version', type: 'bigint', of: ({ version }) => version },
  { name: 'payments', type: 'integer', of: ({ payments }) => payments },
  ...stateColumns,
  ...sumColumns,
];

export function storedCumulation(row: CumulationRow): StoredCumulation {
  const [incomeFen = 0n, exemptFen = 0n, otherDeductionFen = 0n, reliefFen = 0n, withheldFen = 0n] = row.amounts;
  return {
    workerId: row.worker_id,
    regime: row.regime,
    version: row.version,
    payments: row.payments,
    state: {
      month: row.month === null ? 0 : monthIndexOf(row.month),
      firstMonth: row.first_month === null ? 0 : monthIndexOf(row.first_month),
      run: row.run_no,
      months: row.months,
      incomeFen,
      exemptFen,
      otherDeductionFen,
      reliefFen,
      withheldFen,
      vatMonth: vatMonthOf(row.amounts.slice(5, 12)),
      receivableFen: 0n,
    },
    sums: sumsOf(row.run_payments, row.amounts.slice(12)),
  };
}

function vatMonthOf(amounts: readonly bigint[]): VatMonth {
  const [grossFen = 0n, specialFen = 0n, otherSalesFen = 0n, vatFen = 0n, ...surcharges] = amounts;
  const [urbanMaintenanceFen = 0n, educationFen = 0n, localEducationFen = 0n] = surcharges;
  return {
    ...EMPTY_VAT_MONTH,
    grossFen,
    specialFen,
    otherSalesFen,
    vatFen,
    urbanMaintenanceFen,
    educationFen,
    localEducationFen,
  };
}

function sumsOf(payments: number, amounts: readonly bigint[]): RunSums {
  const [grossFen = 0n, vatFen = 0n, surchargeFen = 0n, incomeFen = 0n, incomeTaxFen = 0n, netFen = 0n] = amounts;
  return { payments, grossFen, vatFen, surchargeFen, incomeFen, incomeTaxFen, netFen };
}

function monthText(index: number): string | null {
  return index === 0 ? null : monthOfIndex(index);
}
