import type { Tx } from '@linggong/core';
import { monthOf } from '@linggong/core/domain';
import { taxableFenOf, type Advance } from '../../domain';
import type { DatedLine } from '../quote/tax-line';
import { storedTrace } from '../read/stored-trace';
import type { ReserveLine } from './reserve-taxes';

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
  readonly periodId: number;
  readonly parametersVersion: string;
  readonly at: Date;
}

const COLUMNS = [
  'order_id',
  'worker_id',
  'enterprise_id',
  'period_id',
  'group_code',
  'regime',
  'run_no',
  'sequence',
  'tax_day',
  'tax_month',
  'state',
  'gross_fen',
  'vat_role',
  'vat_fen',
  'urban_maintenance_fen',
  'education_fen',
  'local_education_fen',
  'income_fen',
  'months',
  'taxable_fen',
  'rate_millionths',
  'quick_fen',
  'cumulative_tax_fen',
  'income_tax_fen',
  'receivable_fen',
  'collected_fen',
  'net_fen',
  'parameters_version',
  'trace',
  'created_at',
  'updated_at',
] as const;

/** Writes records by COPY: the fastest way in, and the defaults and constraints of the table still hold. */
export async function copyRecords(tx: Tx, frame: RecordFrame, records: readonly NewRecord[]): Promise<void> {
  await tx.copyIn(`COPY public.tax_records (${COLUMNS.join(', ')}) FROM STDIN`, copyChunks(frame, records));
}

const ROWS_A_CHUNK = 500;

function* copyChunks(frame: RecordFrame, records: readonly NewRecord[]): Generator<string> {
  for (let start = 0; start < records.length; start += ROWS_A_CHUNK) {
    yield records
      .slice(start, start + ROWS_A_CHUNK)
      .map((record) => `${rowOf(frame, record).map(copyText).join('\t')}\n`)
      .join('');
  }
}

type Cell = string | number | bigint;

function rowOf(frame: RecordFrame, { line, advance, sequence }: NewRecord): Cell[] {
  const { result, trace } = advance;
  const at = frame.at.toISOString();
  return [
    line.source.orderId,
    line.workerId,
    frame.enterpriseId,
    frame.periodId,
    frame.groupCode,
    line.regime,
    trace.run,
    sequence,
    line.paidOn,
    monthOf(line.paidOn),
    'reserved',
    result.grossFen,
    line.vat.role,
    result.vatFen,
    result.urbanMaintenanceFen,
    result.educationFen,
    result.localEducationFen,
    result.incomeFen,
    result.months,
    taxableFenOf(trace.incomeTax),
    result.rate,
    trace.incomeTax.quickFen,
    trace.incomeTax.cumulativeTaxFen,
    result.incomeTaxFen,
    result.receivableAddedFen,
    result.receivableCollectedFen,
    result.netFen,
    frame.parametersVersion,
    JSON.stringify(storedTrace(trace)),
    at,
    at,
  ];
}

/** COPY text format: backslash, tab and line ends are escaped. */
function copyText(cell: Cell): string {
  return typeof cell === 'string' ? cell.replace(/[\\\t\n\r]/g, escapeOf) : cell.toString();
}

function escapeOf(character: string): string {
  return { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }[character] ?? character;
}
