import type { Queryable } from '@linggong/core';
import { addDays, problem, startOfDay, type Day } from '@linggong/core/domain';
import type { RatingMigration } from '../../api';

/** Days between the two looks at most: ratings of years ago are no comparison. */
const DAYS_MAX = 1_100;
/** Enterprises of a move that are named; a filter of a list takes so many. */
const NAMED_MAX = 100;

/** One look at each end for every rated enterprise, by the index over its ratings. */
const MIGRATION = `SELECT first.class AS before, last.class AS after, count(*)::int AS enterprises,
    (array_agg(h.enterprise_id ORDER BY h.enterprise_id))[1:${NAMED_MAX.toString()}] AS ids
  FROM risk.rating_heads h
  JOIN LATERAL (SELECT r.class FROM risk.ratings r WHERE r.enterprise_id = h.enterprise_id AND r.rated_at < $2::timestamptz
                 ORDER BY r.id DESC LIMIT 1) last ON true
  LEFT JOIN LATERAL (SELECT r.class FROM risk.ratings r WHERE r.enterprise_id = h.enterprise_id AND r.rated_at < $1::timestamptz
                      ORDER BY r.id DESC LIMIT 1) first ON true
 GROUP BY 1, 2 ORDER BY 1 NULLS FIRST, 2`;

/**
 * From which class to which the enterprises moved (等级迁移, R6.2): what each was before the first day, and what it is at the end of the last; null before
 * its first rating. Days of Asia/Shanghai.
 * @throws Problem 422 `rating-migration-period`
 */
export async function ratingMigration(db: Queryable, from: Day, to: Day): Promise<RatingMigration> {
  if (from > to || to > addDays(from, DAYS_MAX)) throw periodRefused();
  const moves = await db.query<RatingMigration['moves'][number]>(MIGRATION, [
    startOfDay(from),
    startOfDay(addDays(to, 1)),
  ]);
  return { from, to, moves };
}

const periodRefused = (): Error =>
  problem(
    422,
    'rating-migration-period',
    { zh: '期间须在三年以内，且开始不晚于结束', en: 'The period is three years at most and begins before it ends' },
    { field: 'from', fix: { zh: '请缩短期间', en: 'Choose a shorter period' } },
  );
