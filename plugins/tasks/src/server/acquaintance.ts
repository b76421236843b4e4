import type { Queryable } from '@linggong/core';

/** Whether all of these workers have an engagement with the enterprise that was not cancelled. */
export async function knowsAll(db: Queryable, enterpriseId: number, workerIds: readonly number[]): Promise<boolean> {
  const asked = [...new Set(workerIds)];
  const { known } = await db.one<{ known: number }>(
    `SELECT count(DISTINCT worker_id)::int AS known FROM public.engagements
      WHERE enterprise_id = $1 AND worker_id = ANY ($2::int[]) AND cancelled_at IS NULL`,
    [enterpriseId, asked],
  );
  return known === asked.length;
}
