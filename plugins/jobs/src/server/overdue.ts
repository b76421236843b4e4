import type { Queryable } from '@linggong/core';

/** What should have left the outbox, and has not. */
export interface Overdue {
  /** Work due before the instant that nobody has in hand. */
  readonly waiting: bigint;
  /** Events that a hearer could not take, out of tries. */
  readonly failed: bigint;
  /** Names of some: jobs and hearers, with the number of the row. */
  readonly waitingSamples: readonly string[];
  readonly failedSamples: readonly string[];
  readonly looked: bigint;
}

/** The outbox as an audit sees it: empty but for what is young or in hand. @param samples names at most */
export async function overdueOutbox(db: Queryable, before: Date, samples: number): Promise<Overdue> {
  return db.one<Overdue>(
    `WITH late AS MATERIALIZED (
       SELECT o.id, o.failed_at IS NOT NULL AS failed, coalesce(r.name, o.hearer) || '#' || o.id AS name
         FROM jobs.outbox o LEFT JOIN jobs.runs r ON r.id = o.run_id
        WHERE o.due_at < $1 AND (r.id IS NULL OR r.state = 'waiting')
     )
     SELECT count(*) FILTER (WHERE NOT failed) AS waiting, count(*) FILTER (WHERE failed) AS failed,
            coalesce((array_agg(name ORDER BY id) FILTER (WHERE NOT failed))[1:$2], '{}') AS "waitingSamples",
            coalesce((array_agg(name ORDER BY id) FILTER (WHERE failed))[1:$2], '{}') AS "failedSamples",
            (SELECT count(*) FROM jobs.outbox) AS looked
       FROM late`,
    [before, samples],
  );
}
