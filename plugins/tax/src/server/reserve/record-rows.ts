import type { Tx } from '@linggong/core';
import { monthOf, type Day } from '@linggong/core/domain';
import { taxableFenOf, type Advance } from '../../domain';
import type { DatedLine } from '../quote/tax-line';
import { storedTrace } from '../read/stored-trace';
import { columnNames, copyText, type RowColumn } from '../state/row-columns';
import type { ReserveLine } from './reserve-line';

/** What is written of one reserved line. */
export interface NewRecord {
  readonly line: DatedLine<ReserveLine>;
  readonly advance: Advance;
  readonly sequence: number;
}

/** What all records of a batch share. */
export interface RecordFrame {
  readonly groupCode: string;
  readonly enterpriseId: number;
  readonly day: Day;
  readonly periodId: number;
  readonly parametersVersion: string;
  readonly at: Date;
}

/** Writes records by COPY: the fastest way in, and the defaults and constraints of the table still hold. */
export async function copyRecords(tx: Tx, frame: RecordFrame, records: readonly NewRecord[]): Promise<void> {
  const columns = [...frameColumns(frame), ...lineColumns, ...figureColumns];
  await tx.copyIn(`COPY public.tax_records (${columnNames(columns)}) FROM STDIN`, copyText(columns, records));
}

function frameColumns(frame: RecordFrame): RowColumn<NewRecord>[] {
  return [
    { name: 'enterprise_id', type: 'integer', of: () => frame.enterpriseId },
    { name: 'period_id', type: 'integer', of: () => frame.periodId },
    { name: 'group_code', type: 'text', of: () => frame.groupCode },
    { name: 'parameters_version', type: 'text', of: () => frame.parametersVersion },
    { name: 'state', type: 'text', of: () => 'reserved' },
    { name: 'created_at', type: 'timestamptz', of: () => frame.at },
    { name: 'updated_at', type: 'timestamptz', of: () => frame.at },
  ];
}

const lineColumns: readonly RowColumn<NewRecord>[] = [
  { name: 'order_id', type: 'integer', of: ({ line }) => line.source.orderId },
  { name: 'worker_id', type: 'integer', of: ({ line }) => line.workerId },
  { name: 'regime', type: 'text', of: ({ line }) => line.regime },
  { name: 'run_no', type: 'integer', of: ({ advance }) => advance.trace.run },
  { name: 'sequence', type: 'integer', of: ({ sequence }) => sequence },
  { name: 'tax_day', type: 'text', of: ({ line }) => line.paidOn },
  { name: 'tax_month', type: 'text', of: ({ line }) => monthOf(line.paidOn) },
  { name: 'vat_role', type: 'text', of: ({ line }) => line.vat.role },
];

const figureColumns: readonly RowColumn<NewRecord>[] = [
  { name: 'gross_fen', type: 'bigint', of: ({ advance }) => advance.result.grossFen },
  { name: 'vat_fen', type: 'bigint', of: ({ advance }) => advance.result.vatFen },
  { name: 'urban_maintenance_fen', type: 'bigint', of: ({ advance }) => advance.result.urbanMaintenanceFen },
  { name: 'education_fen', type: 'bigint', of: ({ advance }) => advance.result.educationFen },
  { name: 'local_education_fen', type: 'bigint', of: ({ advance }) => advance.result.localEducationFen },
  { name: 'income_fen', type: 'bigint', of: ({ advance }) => advance.result.incomeFen },
  { name: 'months', type: 'integer', of: ({ advance }) => advance.result.months },
  { name: 'taxable_fen', type: 'bigint', of: ({ advance }) => taxableFenOf(advance.trace.incomeTax) },
  { name: 'rate_millionths', type: 'bigint', of: ({ advance }) => advance.result.rate },
  { name: 'quick_fen', type: 'bigint', of: ({ advance }) => advance.trace.incomeTax.quickFen },
  { name: 'cumulative_tax_fen', type: 'bigint', of: ({ advance }) => advance.trace.incomeTax.cumulativeTaxFen },
  { name: 'income_tax_fen', type: 'bigint', of: ({ advance }) => advance.result.incomeTaxFen },
  { name: 'receivable_fen', type: 'bigint', of: ({ advance }) => advance.result.receivableAddedFen },
  { name: 'collected_fen', type: 'bigint', of: ({ advance }) => advance.result.receivableCollectedFen },
  { name: 'net_fen', type: 'bigint', of: ({ advance }) => advance.result.netFen },
  { name: 'trace', type: 'text', of: ({ advance }) => storedTrace(advance.trace) },
];
