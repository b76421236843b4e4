import type { Queryable } from '@linggong/core';
import { monthIndexOf, type MonthLine, type Regime, type VatDay } from '../../domain';
import { CITY_RATE } from '../read/stored-trace';
import { MONTH_ENTRIES } from './month-entries';
import { dayKey, readVatDays } from './vat-days';
import type { CumulationKey } from './cumulation-columns';

/** One month of one worker, summed from his live records. */
export interface RecordMonth extends CumulationKey {
  readonly line: MonthLine;
}

interface MonthRow {
  workerId: number;
  regime: Regime;
  month: string;
  payments: number;
  grossFen: bigint;
  vatFen: bigint;
  urbanMaintenanceFen: bigint;
  educationFen: bigint;
  localEducationFen: bigint;
  incomeFen: bigint;
  incomeTaxFen: bigint;
  netFen: bigint;
  filesGrossFen: bigint;
  filesSpecialFen: bigint;
  otherSalesFen: bigint;
  filesVatFen: bigint;
  filesUrbanMaintenanceFen: bigint;
  filesEducationFen: bigint;
  filesLocalEducationFen: bigint;
  urbanRate?: string;
}

const FILES = `FILTER (WHERE r.vat_role = 'platform-files')`;
const SPECIAL = `FILTER (WHERE r.vat_role = 'platform-files' AND (r.trace->>'specialInvoice')::boolean)`;
const OTHERS = `FILTER (WHERE r.vat_role <> 'platform-files')`;
/** The rate of the last payment that remains. */
const RATE = `coalesce((array_agg(coalesce(r.trace->>'urbanRate', '${CITY_RATE}') ORDER BY r.sequence DESC)
  FILTER (WHERE r.payments = 1 AND r.order_id <> ALL ($5::integer[])))[1], '${CITY_RATE}')`;

const sum = (expression: string, filter = ''): string => `coalesce(sum(${expression}) ${filter}, 0)::bigint`;

/** Sums of a month; a table alias `r` of `MONTH_ENTRIES` and a grouping by worker, regime and month are the caller's. */
const MONTH_SUMS = `sum(r.payments)::integer AS payments, ${sum('r.gross_fen')} AS "grossFen", ${sum('r.vat_fen')} AS "vatFen",
  ${sum('r.urban_maintenance_fen')} AS "urbanMaintenanceFen", ${sum('r.education_fen')} AS "educationFen",
  ${sum('r.local_education_fen')} AS "localEducationFen", ${sum('r.income_fen')} AS "incomeFen",
  ${sum('r.income_tax_fen')} AS "incomeTaxFen", ${sum('r.net_fen')} AS "netFen",
  ${sum('r.gross_fen', FILES)} AS "filesGrossFen", ${sum('r.gross_fen', SPECIAL)} AS "filesSpecialFen",
  ${sum(`coalesce(r.trace->>'ownSalesFen', r.trace->>'salesFen')::bigint`, OTHERS)} AS "otherSalesFen", ${sum('r.vat_fen', FILES)} AS "filesVatFen",
  ${sum('r.urban_maintenance_fen', FILES)} AS "filesUrbanMaintenanceFen",
  ${sum('r.education_fen', FILES)} AS "filesEducationFen",
  ${sum('r.local_education_fen', FILES)} AS "filesLocalEducationFen"`;

interface RecordFilter {
  readonly workerIds: readonly number[];
  readonly fromYear: number;
  readonly throughYear: number;
  readonly groupCode?: string;
  /** Orders that are about to be voided: a month is restated by the rate of the last other payment. */
  readonly voiding?: readonly number[];
}

/** Months with live payments, or with something restated, oldest first by worker and regime. */
export async function readRecordMonths(
  db: Queryable,
  filter: RecordFilter,
): Promise<(RecordMonth & { groupCode: string })[]> {
  const { workerIds, groupCode = null, voiding = [] } = filter;
  const months = [`${filter.fromYear}-01`, `${filter.throughYear}-12`] as const;
  const rows = await db.query<MonthRow & { groupCode: string }>(
    `SELECT r.worker_id AS "workerId", r.group_code AS "groupCode", r.regime, r.tax_month AS month, ${MONTH_SUMS},
            ${RATE} AS "urbanRate"
       FROM ${MONTH_ENTRIES} r
      WHERE r.worker_id = ANY($1::integer[]) AND r.tax_month BETWEEN $2 AND $3 AND r.state <> 'voided'
        AND ($4::text IS NULL OR r.group_code = $4)
      GROUP BY r.worker_id, r.group_code, r.regime, r.tax_month
     HAVING sum(r.payments) > 0 OR sum(r.vat_fen) <> 0 OR sum(r.income_tax_fen) <> 0 ORDER BY 1, 2, 3, 4`,
    [workerIds, ...months, groupCode, voiding],
  );
  const days = await readVatDays(db, { workerIds, groupCode, fromMonth: months[0], throughMonth: months[1] });
  return rows.map((row) => ({ ...recordMonth(row, days.get(dayKey(row)) ?? []), groupCode: row.groupCode }));
}

/**
 * The months of one worker as they stood before his payment number `sequence`, made at `at`: records that were voided later
 * still count, those voided before do not.
 */
export async function readMonthsBefore(
  db: Queryable,
  key: CumulationKey & { groupCode: string; year: number },
  sequence: number,
  at: Date,
): Promise<MonthLine[]> {
  const rows = await db.query<MonthRow>(
    `SELECT r.worker_id AS "workerId", r.regime, r.tax_month AS month, ${MONTH_SUMS}
       FROM ${MONTH_ENTRIES} r
      WHERE r.worker_id = $1 AND r.group_code = $2 AND r.regime = $3 AND r.sequence < $4 AND (r.payments = 1 OR r.made_at <= $7)
        AND r.tax_month BETWEEN $5 AND $6 AND (r.voided_at IS NULL OR r.voided_at >= $7)
      GROUP BY r.worker_id, r.regime, r.tax_month HAVING sum(r.payments) > 0 ORDER BY r.tax_month`,
    [key.workerId, key.groupCode, key.regime, sequence, `${key.year}-01`, `${key.year}-12`, at],
  );
  return rows.map((row) => recordMonth(row, []).line);
}

function recordMonth(row: MonthRow, days: readonly VatDay[]): RecordMonth {
  return {
    workerId: row.workerId,
    regime: row.regime,
    line: {
      month: monthIndexOf(row.month),
      payments: row.payments,
      grossFen: row.grossFen,
      vatFen: row.vatFen,
      urbanMaintenanceFen: row.urbanMaintenanceFen,
      educationFen: row.educationFen,
      localEducationFen: row.localEducationFen,
      incomeFen: row.incomeFen,
      // Payments of settlement bring no exempt income, no deductions and no relief of their own yet.
      exemptFen: 0n,
      otherDeductionFen: 0n,
      reliefFen: 0n,
      incomeTaxFen: row.incomeTaxFen,
      netFen: row.netFen,
      vatMonth: {
        grossFen: row.filesGrossFen,
        specialFen: row.filesSpecialFen,
        otherSalesFen: row.otherSalesFen,
        vatFen: row.filesVatFen,
        urbanMaintenanceFen: row.filesUrbanMaintenanceFen,
        educationFen: row.filesEducationFen,
        localEducationFen: row.filesLocalEducationFen,
        days,
      },
      urbanMaintenanceRate: BigInt(row.urbanRate ?? CITY_RATE),
    },
  };
}
