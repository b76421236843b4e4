import type { Queryable } from '@linggong/core';
import type { Day } from '@linggong/core/domain';

export interface CoverageQuestion {
  readonly enterpriseId: number;
  /** Day of the payment in Asia/Shanghai. */
  readonly day: Day;
  readonly pairs: readonly (readonly [workerId: number, scenario: string])[];
}

/**
 * Does a signed contract cover this payment's day, enterprise and kind of work (合同覆盖)? One statement for any number of
 * pairs; for each, in order, the id of the contract that covers it, or null. Joins in SQL may use the view
 * `e_sign.published_coverage` instead.
 */
export async function coveredWorkers(
  db: Queryable,
  { enterpriseId, day, pairs }: CoverageQuestion,
): Promise<(number | null)[]> {
  const rows = await db.query<{ place: number; contract_id: number | null }>(
    'SELECT place, contract_id FROM e_sign.covering_contracts($1, $2::date, $3::int[], $4::text[])',
    [enterpriseId, day, pairs.map(([workerId]) => workerId), pairs.map(([, scenario]) => scenario)],
  );
  return rows.map(({ contract_id }) => contract_id);
}

/** True where a signed cooperation agreement (合作协议, R2.2) of the enterprise covers the day. */
export async function cooperationCovers(db: Queryable, enterpriseId: number, day: Day): Promise<boolean> {
  const rows = await db.query(
    `SELECT 1 FROM e_sign.published_cooperation
     WHERE enterprise_id = $1 AND $2::date >= first_day AND (last_day IS NULL OR $2::date <= last_day) LIMIT 1`,
    [enterpriseId, day],
  );
  return rows.length > 0;
}
