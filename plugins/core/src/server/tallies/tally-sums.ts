import type { Day } from '../../domain';
import type { Queryable } from '../database';

/** What a kept figure comes to: how many rows, and their money in fen. What a tally does not tell of is 0. */
export interface TallySum {
  readonly count: number;
  readonly grossFen: bigint;
  readonly feeFen: bigint;
  readonly taxFen: bigint;
  readonly netFen: bigint;
}

export interface TallyWish {
  readonly tally: string;
  /** States, or whatever the tally is parted by; all of them where absent. */
  readonly parts?: readonly string[];
  /** First and last day in Asia/Shanghai, both counted; open where absent. */
  readonly from?: Day;
  readonly to?: Day;
  /** Only this enterprise's; the whole house where absent. */
  readonly enterpriseId?: number;
}

/** By what sums are told apart: `month` is `YYYY-MM`; `enterprise` leaves out what belongs to none. */
export type TallyKey = 'part' | 'day' | 'month' | 'enterprise';

const keys: Readonly<Record<TallyKey | 'nothing', string>> = {
  part: 'part',
  day: 'day::text',
  month: "to_char(day, 'YYYY-MM')",
  enterprise: 'enterprise_id::text',
  nothing: "''::text",
};

const SUMS = `coalesce(sum(count), 0)::int AS count, coalesce(sum(gross_fen), 0)::bigint AS "grossFen", coalesce(sum(fee_fen), 0)::bigint AS "feeFen",
  coalesce(sum(tax_fen), 0)::bigint AS "taxFen", coalesce(sum(net_fen), 0)::bigint AS "netFen"`;

/**
 * Kept figures (计数) as of this statement, by `key` and in its order; keys under which there is nothing are left out. Reads what is kept,
 * never the rows that are counted.
 */
export async function tallySums(
  db: Queryable,
  by: TallyKey,
  wish: TallyWish,
): Promise<(TallySum & { readonly key: string })[]> {
  return db.query(
    `SELECT ${keys[by]} AS key, ${SUMS} FROM core.kept_tallies WHERE ${CONDITION[by === 'enterprise' ? 'each' : 'one']}
      GROUP BY 1 HAVING sum(count) <> 0 OR sum(gross_fen) <> 0 ORDER BY 1`,
    valuesOf(wish),
  );
}

/** One kept figure as of this statement. */
export async function tallySum(db: Queryable, wish: TallyWish): Promise<TallySum> {
  return db.one(`SELECT ${SUMS} FROM core.kept_tallies WHERE ${CONDITION.one}`, valuesOf(wish));
}

const WITHIN = `tally = $1 AND ($2::text[] IS NULL OR part = ANY ($2::text[])) AND day BETWEEN $3::date AND $4::date`;
const CONDITION = {
  one: `${WITHIN} AND enterprise_id = coalesce($5::int, 0)`,
  each: `${WITHIN} AND enterprise_id > 0 AND ($5::int IS NULL OR enterprise_id = $5::int)`,
} as const;

function valuesOf({ tally, parts, from, to, enterpriseId }: TallyWish): unknown[] {
  return [tally, parts ?? null, from ?? '-infinity', to ?? 'infinity', enterpriseId ?? null];
}
