import type { Role } from '@linggong/config/access';
import type { Queryable } from '@linggong/core';
import type { Regime, TraceEntry } from '../../domain';

/** Who reads a trace; an account is one. */
export interface TraceReader {
  readonly role: Role;
  readonly enterpriseId?: number;
}

/** A trace, or nothing of it where it would tell an enterprise what the worker earned through others. */
export interface ReadTrace {
  readonly entries: readonly TraceEntry[];
  readonly hidden: boolean;
}

export const HIDDEN: ReadTrace = { entries: [], hidden: true };

/** The payments that a trace stands on: those of a worker's year, before a record of it where one is given. */
export interface TracedYear {
  readonly workerId: number;
  readonly groupCode: string;
  readonly regime: Regime;
  readonly year: number;
  readonly before?: { readonly sequence: number; readonly at: Date };
}

/**
 * Whether a trace must stay hidden from its reader. Totals run over the whole group (全平台累计), and the amounts of other
 * payers are the worker's own affair (个人信息保护法 第六条, only what the purpose needs): where one of them paid him
 * earlier in the year, every cumulative figure would give them away. Staff and the worker himself see all.
 */
export async function hiddenFrom(db: Queryable, reader: TraceReader, year: TracedYear): Promise<boolean> {
  if (reader.role !== 'enterprise') return false;
  const { others } = await db.one<{ others: boolean }>(
    `SELECT EXISTS (
       SELECT FROM public.tax_records r
        WHERE r.worker_id = $1 AND r.group_code = $2 AND r.regime = $3 AND r.tax_month BETWEEN $4 AND $5
          AND ($6::integer IS NULL OR r.sequence < $6) AND (r.voided_at IS NULL OR r.voided_at >= $7)
          AND r.enterprise_id IS DISTINCT FROM $8::integer) AS others`,
    [
      year.workerId,
      year.groupCode,
      year.regime,
      `${year.year}-01`,
      `${year.year}-12`,
      year.before?.sequence ?? null,
      year.before?.at ?? null,
      reader.enterpriseId ?? null,
    ],
  );
  return others;
}
