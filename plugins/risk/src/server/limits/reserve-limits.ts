import type { Tx } from '@linggong/core';
import { monthOf, type Day } from '@linggong/core/domain';
import type { ApplyingLimit, LimitedOrders, LimitSubject } from '../../domain';

/** Payments of one enterprise that are confirmed together on a day. */
export interface LimitReservation extends LimitedOrders {
  readonly enterpriseId: number;
  readonly day: Day;
}

/** Sums of the payments by what is limited: $1 enterprise, $2 workers, $3 kinds of work, $4 fen. */
const USES = `line AS MATERIALIZED (
    SELECT worker_id, kind, fen FROM unnest($2::int[], $3::text[], $4::bigint[]) AS l (worker_id, kind, fen)
  ), uses AS (
    SELECT 'worker' AS subject, worker_id::text AS key, sum(fen)::bigint AS fen, count(*)::int AS n FROM line GROUP BY worker_id
    UNION ALL SELECT 'enterprise', $1::int::text, sum(fen)::bigint, count(*)::int FROM line HAVING count(*) > 0
    UNION ALL SELECT 'kind-of-work', $1::int || ':' || kind, sum(fen)::bigint, count(*)::int FROM line GROUP BY kind
  )`;

/** A window goes on where the row is of the same month or day, and begins anew where it is of an earlier one. */
const next = (window: 'month' | 'day', measure: 'fen' | 'count'): string =>
  `${window}_${measure} = CASE WHEN excluded.${window} > u.${window} THEN excluded.${window}_${measure}
     WHEN excluded.${window} = u.${window} THEN u.${window}_${measure} + excluded.${window}_${measure}
     ELSE u.${window}_${measure} END`;

/**
 * Adds payments to what their workers, their enterprise and its kinds of work have used of their limits, and tells which subjects are
 * beyond one: the caller rolls back then. Rows are locked in the order of their keys, and a row that another batch holds is waited for
 * and read as that batch left it, so that parallel confirmations cannot pass a limit together.
 */
export async function reserveLimits(
  tx: Tx,
  { enterpriseId, day, workerIds, kindsOfWork, fen }: LimitReservation,
  limits: readonly ApplyingLimit[],
): Promise<LimitSubject[]> {
  const windowed = limits.filter(({ window }) => window !== 'line');
  const rows = await tx.query<{ subject: LimitSubject }>(
    `WITH ${USES}, moved AS (
       INSERT INTO risk.limit_uses AS u (subject, key, year, year_fen, year_count, month, month_fen, month_count, day, day_fen,
         day_count)
       SELECT subject, key, extract(year FROM $5::date)::int, fen, n, $6, fen, n, $5::date, fen, n FROM uses ORDER BY subject, key
       ON CONFLICT (subject, key, year) DO UPDATE SET year_fen = u.year_fen + excluded.year_fen,
         year_count = u.year_count + excluded.year_count, ${next('month', 'fen')}, ${next('month', 'count')},
         month = greatest(u.month, excluded.month), ${next('day', 'fen')}, ${next('day', 'count')},
         day = greatest(u.day, excluded.day)
       RETURNING *
     ), limits AS (
       SELECT * FROM unnest($7::text[], $8::text[], $9::text[], $10::bigint[], $11::int[]) AS m (kind, subject, win, max_fen, max_count)
     ), asked AS (
       SELECT DISTINCT m.subject, CASE m.subject WHEN 'worker' THEN l.worker_id::text WHEN 'enterprise' THEN $1::int::text
                ELSE $1::int || ':' || l.kind END AS key, m.win, m.max_fen, m.max_count
         FROM line l JOIN limits m ON m.kind = l.kind
     )
     SELECT DISTINCT a.subject FROM asked a JOIN moved u ON u.subject = a.subject AND u.key = a.key
      WHERE CASE a.win WHEN 'day' THEN u.day_fen WHEN 'month' THEN u.month_fen ELSE u.year_fen END > a.max_fen
         OR CASE a.win WHEN 'day' THEN u.day_count WHEN 'month' THEN u.month_count ELSE u.year_count END > a.max_count`,
    [enterpriseId, workerIds, kindsOfWork, fen, day, monthOf(day), ...limitColumns(windowed)],
  );
  return rows.map(({ subject }) => subject);
}

/** Limits as arrays side by side, for `unnest`. */
export function limitColumns(limits: readonly ApplyingLimit[]): unknown[] {
  return [
    limits.map(({ kindOfWork }) => kindOfWork),
    limits.map(({ subject }) => subject),
    limits.map(({ window }) => window),
    limits.map(({ maxFen }) => maxFen),
    limits.map(({ maxCount }) => maxCount),
  ];
}
