import type { Command, Database, Tx } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';

/** Workers in one transaction of the daily turn. */
const TOGETHER = 2_000;

/**
 * Writes at workers the unbroken time of authorization that holds today (or comes next): what payments compare their day
 * with. Called after every change of an authorization.
 */
export async function rebuildAgencyTime(tx: Tx, command: Command, workerIds: readonly number[]): Promise<void> {
  await tx.query(
    `UPDATE public.workers w SET agency_from = t.first_day, agency_to = t.last_day, version = w.version + 1,
       updated_at = $3::timestamptz
     FROM unnest($1::int[]) AS asked(id) LEFT JOIN parties.agency_time($1::int[], $2::date) t ON t.worker_id = asked.id
     WHERE w.id = asked.id AND (w.agency_from, w.agency_to) IS DISTINCT FROM (t.first_day, t.last_day)`,
    [workerIds, shanghaiDay(command.at), command.at],
  );
}

/** Turns to the next authorization where the last one is over and there was a gap between them; daily. Gives their number. */
export async function turnAgencyTimes(database: Database, command: Command): Promise<number> {
  const today = shanghaiDay(command.at);
  let turned = 0;
  for (;;) {
    const ids = await database.transaction(async (tx) => {
      const rows = await tx.query<{ id: number }>(
        `SELECT w.id FROM public.workers w WHERE w.agency_to < $1::date AND EXISTS (
           SELECT FROM parties.published_agency_days d WHERE d.worker_id = w.id
             AND (d.last_day IS NULL OR d.last_day >= $1::date))
         ORDER BY w.id LIMIT $2 FOR UPDATE`,
        [today, TOGETHER],
      );
      const found = rows.map(({ id }) => id);
      await rebuildAgencyTime(tx, command, found);
      return found;
    });
    turned += ids.length;
    if (ids.length < TOGETHER) return turned;
  }
}
