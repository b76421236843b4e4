import type { Queryable } from '@linggong/core';
import { yearOf } from '@linggong/core/domain';
import {
  incomeTaxEntry,
  monthIndexOf,
  monthTable,
  platformChoice,
  standsOn,
  rulesOfMonth,
  rulesSource,
  yearOfIndex,
  type IncomeTaxEntry,
  type MonthLine,
  type Regime,
  type Rules,
  type RulesOn,
  type TraceEntry,
  type VatEntry,
  type VatRole,
} from '../../domain';
import { readTables } from '../parameters/read-tables';
import { readMonthsBefore } from '../state/record-months';
import { storedTraceSchema, type StoredTrace } from './stored-trace';
import { HIDDEN, hiddenFrom, type ReadTrace, type TracedYear, type TraceReader } from './trace-reader';

interface RecordRow {
  workerId: number;
  groupCode: string;
  regime: Regime;
  sequence: number;
  runNo: number;
  createdAt: Date;
  taxDay: string;
  taxMonth: string;
  vatRole: VatRole;
  months: number;
  grossFen: bigint;
  vatFen: bigint;
  urbanMaintenanceFen: bigint;
  educationFen: bigint;
  localEducationFen: bigint;
  incomeFen: bigint;
  taxableFen: bigint;
  rate: bigint;
  quickFen: bigint;
  cumulativeTaxFen: bigint;
  incomeTaxFen: bigint;
  trace: unknown;
}

const SELECT_RECORD = `SELECT r.worker_id AS "workerId", r.group_code AS "groupCode", r.regime, r.sequence, r.run_no AS "runNo",
  r.created_at AS "createdAt", r.tax_day AS "taxDay", r.tax_month AS "taxMonth", r.vat_role AS "vatRole", r.months,
  r.gross_fen AS "grossFen", r.vat_fen AS "vatFen", r.urban_maintenance_fen AS "urbanMaintenanceFen",
  r.education_fen AS "educationFen", r.local_education_fen AS "localEducationFen", r.income_fen AS "incomeFen",
  r.taxable_fen AS "taxableFen", r.rate_millionths AS rate, r.quick_fen AS "quickFen",
  r.cumulative_tax_fen AS "cumulativeTaxFen", r.income_tax_fen AS "incomeTaxFen", r.trace FROM public.tax_records r`;

/** The trace of a record as it was made: its own numbers are stored, the months before it are read from older records. */
export async function recordTrace(db: Queryable, recordId: number, reader: TraceReader): Promise<ReadTrace> {
  return readTrace(db, await db.maybeOne<RecordRow>(`${SELECT_RECORD} WHERE r.id = $1`, [recordId]), reader);
}

/** The trace of an order's live record, or of its last one where all are void; empty where it has none. */
export async function orderTrace(db: Queryable, orderId: number, reader: TraceReader): Promise<ReadTrace> {
  const row = await db.maybeOne<RecordRow>(
    `${SELECT_RECORD} WHERE r.order_id = $1 ORDER BY (r.state <> 'voided') DESC, r.id DESC LIMIT 1`,
    [orderId],
  );
  return readTrace(db, row, reader);
}

async function readTrace(db: Queryable, row: RecordRow | undefined, reader: TraceReader): Promise<ReadTrace> {
  if (!row) return { entries: [], hidden: false };
  const { workerId, groupCode, regime, sequence, createdAt } = row;
  const before = { sequence, at: createdAt };
  const year = { workerId, groupCode, regime, year: yearOf(row.taxDay), before };
  return (await hiddenFrom(db, reader, year)) ? HIDDEN : { entries: await traceOfRow(db, row, year), hidden: false };
}

async function traceOfRow(db: Queryable, row: RecordRow, key: TracedYear): Promise<TraceEntry[]> {
  const { tables } = await readTables(db);
  const { regime } = row;
  const lines = await readMonthsBefore(db, key, row.sequence, row.createdAt);
  const rulesOf = rulesSource(tables, platformChoice(regime));
  const rules = rulesOf(row.taxDay);
  const stored = storedTraceSchema.parse(row.trace);
  return [vatEntry(row, stored, rules), ...pastEntries(lines, row, rulesOf), ownEntry(row, stored, rules)];
}

function pastEntries(lines: readonly MonthLine[], row: RecordRow, rulesOf: RulesOn): IncomeTaxEntry[] {
  const month = monthIndexOf(row.taxMonth);
  const ofYear = lines.filter((line) => yearOfIndex(line.month) === yearOfIndex(month) && line.month <= month);
  return monthTable(ofYear, (each) => rulesOfMonth(rulesOf, each))
    .filter((each) => standsOn(rulesOf(row.taxDay).incomeTax, each, { month, run: row.runNo }))
    .map((each) => {
      const kind = each.month === month ? 'earlier-in-month' : 'month';
      return incomeTaxEntry(kind, each, each.withheldFen, rulesOfMonth(rulesOf, each.month));
    });
}

function vatEntry(row: RecordRow, stored: StoredTrace, rules: Rules): VatEntry {
  return {
    kind: 'vat',
    paidOn: row.taxDay,
    role: row.vatRole,
    grossFen: row.grossFen,
    comparedGrossFen: BigInt(stored.comparedGrossFen),
    otherSalesFen: BigInt(stored.otherSalesFen),
    salesFen: BigInt(stored.salesFen),
    thresholdFen: stored.thresholdFen === null ? null : BigInt(stored.thresholdFen),
    reached: stored.reached,
    rate: BigInt(stored.vatRate),
    vatFen: row.vatFen,
    urbanMaintenanceFen: row.urbanMaintenanceFen,
    educationFen: row.educationFen,
    localEducationFen: row.localEducationFen,
    article: rules.vat.reference ?? null,
  };
}

function ownEntry(row: RecordRow, stored: StoredTrace, rules: Rules): IncomeTaxEntry {
  const [cumulativeIncomeFen, exemptFen] = [BigInt(stored.cumulativeIncomeFen), BigInt(stored.exemptFen)];
  const [deductionFen, otherDeductionFen] = [BigInt(stored.deductionFen), BigInt(stored.otherDeductionFen)];
  const withheldBeforeFen = BigInt(stored.withheldBeforeFen);
  return {
    kind: 'payment',
    month: row.taxMonth,
    run: row.runNo,
    months: row.months,
    incomeFen: row.incomeFen,
    cumulativeIncomeFen,
    expenseFen: cumulativeIncomeFen - exemptFen - deductionFen - otherDeductionFen - row.taxableFen,
    exemptFen,
    deductionFen,
    otherDeductionFen,
    taxableFen: row.taxableFen,
    taxableExact: stored.taxableExact,
    rate: row.rate,
    quickFen: row.quickFen,
    reliefFen: BigInt(stored.reliefFen),
    cumulativeTaxFen: row.cumulativeTaxFen,
    withheldBeforeFen,
    correctionFen: row.cumulativeTaxFen - withheldBeforeFen,
    withheldFen: row.incomeTaxFen,
    article: rules.incomeTax.reference,
  };
}
