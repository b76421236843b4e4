import type { Queryable } from '@linggong/core';

/**
 * Whether each of these workers has an engagement with the enterprise that began and was not given up, or has signed an agreement that names it:
 * either is his own word. One by one: joined, the planner would go through every engagement of the enterprise.
 */
export async function knowsAll(db: Queryable, enterpriseId: number, workerIds: readonly number[]): Promise<boolean> {
  const { stranger } = await db.one<{ stranger: boolean }>(
    `SELECT EXISTS (
       SELECT FROM unnest($2::int[]) AS asked (worker_id)
        WHERE NOT CASE
          WHEN (SELECT true FROM public.engagements e WHERE e.worker_id = asked.worker_id AND e.enterprise_id = $1
                   AND e.cancelled_at IS NULL AND e.state <> 'applied' LIMIT 1) THEN true
          ELSE coalesce((SELECT true FROM e_sign.published_coverage s
                          WHERE s.worker_id = asked.worker_id AND s.enterprise_id = $1 LIMIT 1), false) END
     ) AS stranger`,
    [enterpriseId, [...new Set(workerIds)]],
  );
  return !stranger;
}
