import type { Fen } from '@linggong/core/domain';
import { monthIndexOf, monthOfIndex, type Cumulation, type Regime } from '../../domain';
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
  readonly state: Cumulation;
  readonly refundDueFen: Fen;
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
  readonly income_fen: bigint;
  readonly exempt_fen: bigint;
  readonly other_deduction_fen: bigint;
  readonly relief_fen: bigint;
  readonly withheld_fen: bigint;
  readonly files_gross_fen: bigint;
  readonly files_special_fen: bigint;
  readonly files_other_sales_fen: bigint;
  readonly files_vat_fen: bigint;
  readonly files_urban_fen: bigint;
  readonly files_education_fen: bigint;
  readonly files_local_education_fen: bigint;
  readonly receivable_fen: bigint;
  readonly refund_due_fen: bigint;
  readonly run_payments: number;
  readonly run_gross_fen: bigint;
  readonly run_vat_fen: bigint;
  readonly run_surcharge_fen: bigint;
  readonly run_income_fen: bigint;
  readonly run_income_tax_fen: bigint;
  readonly run_net_fen: bigint;
}

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
  { name: 'receivable_fen', type: 'bigint', of: ({ state }) => state.receivableFen },
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
  { name: 'refund_due_fen', type: 'bigint', of: ({ refundDueFen }) => refundDueFen },
  ...stateColumns,
  ...sumColumns,
];

export function storedCumulation(row: CumulationRow): StoredCumulation {
  return {
    workerId: row.worker_id,
    regime: row.regime,
    version: row.version,
    payments: row.payments,
    refundDueFen: row.refund_due_fen,
    state: stateOf(row),
    sums: {
      payments: row.run_payments,
      grossFen: row.run_gross_fen,
      vatFen: row.run_vat_fen,
      surchargeFen: row.run_surcharge_fen,
      incomeFen: row.run_income_fen,
      incomeTaxFen: row.run_income_tax_fen,
      netFen: row.run_net_fen,
    },
  };
}

function stateOf(row: CumulationRow): Cumulation {
  return {
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
  };
}

function monthText(index: number): string | null {
  return index === 0 ? null : monthOfIndex(index);
}
