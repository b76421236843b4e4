import type { Queryable } from '@linggong/core';
import { stateKey, type Regime, type VatDay } from '../../domain';
import { MONTH_ENTRIES } from './month-entries';

interface DayRow extends VatDay {
  readonly workerId: number;
  readonly groupCode: string;
  readonly regime: Regime;
  readonly month: string;
}

interface DayFilter {
  readonly workerIds: readonly number[];
  readonly groupCode: string | null;
  readonly fromMonth: string;
  readonly throughMonth: string;
}

/** What payers withheld of VAT, day by day, by worker, group, regime and month (`dayKey`). */
export async function readVatDays(db: Queryable, filter: DayFilter): Promise<Map<string, VatDay[]>> {
  const rows = await db.query<DayRow>(
    `SELECT r.worker_id AS "workerId", r.group_code AS "groupCode", r.regime, r.tax_month AS month, r.tax_day::text AS day,
            sum(r.gross_fen)::bigint AS "grossFen",
            coalesce(sum(r.gross_fen) FILTER (WHERE (r.trace->>'specialInvoice')::boolean), 0)::bigint AS "specialFen",
            sum(r.vat_fen)::bigint AS "vatFen", sum(r.urban_maintenance_fen)::bigint AS "urbanMaintenanceFen",
            sum(r.education_fen)::bigint AS "educationFen", sum(r.local_education_fen)::bigint AS "localEducationFen"
       FROM ${MONTH_ENTRIES} r
      WHERE r.worker_id = ANY($1::integer[]) AND r.tax_month BETWEEN $3 AND $4 AND r.state <> 'voided'
        AND ($2::text IS NULL OR r.group_code = $2) AND r.vat_role = 'payer-withholds'
      GROUP BY r.worker_id, r.group_code, r.regime, r.tax_month, r.tax_day ORDER BY r.tax_day`,
    [filter.workerIds, filter.groupCode, filter.fromMonth, filter.throughMonth],
  );
  const days = new Map<string, VatDay[]>();
  for (const { workerId, groupCode, regime, month, ...day } of rows) {
    const key = dayKey({ workerId, groupCode, regime, month });
    days.set(key, [...(days.get(key) ?? []), day]);
  }
  return days;
}

export function dayKey(row: Pick<DayRow, 'workerId' | 'groupCode' | 'regime' | 'month'>): string {
  return `${stateKey(row)}/${row.groupCode}/${row.month}`;
}
