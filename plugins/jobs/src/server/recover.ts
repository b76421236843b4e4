import type { Database } from '@linggong/core';
import { lostProblem } from '../domain';
import { presenceClass } from './process-presence';

/**
 * Takes the runs of dead processes back: another try, or the end where the last one was used up (a job that kills its
 * process must not kill the next one for ever). Dead = its advisory lock is free and it has not beaten for `silentSeconds`;
 * the second condition spares a process that is only reconnecting.
 * @returns the number of runs taken back
 */
export async function recoverRuns(db: Database, silentSeconds: number, now: Date): Promise<number> {
  const rows = await db.query(
    `WITH living AS (
       SELECT l.objid::integer AS id FROM pg_locks l JOIN pg_database d ON d.oid = l.database
       WHERE l.locktype = 'advisory' AND l.classid = $1 AND l.objsubid = 2 AND d.datname = current_database()
     ), lost AS (
       SELECT r.id, r.attempt >= r.attempts AS spent FROM jobs.runs r LEFT JOIN jobs.processes p ON p.id = r.process
       WHERE r.state = 'running' AND r.process NOT IN (SELECT id FROM living)
         AND COALESCE(p.seen_at, '-infinity') < now() - make_interval(secs => $2)
       FOR UPDATE OF r SKIP LOCKED
     ), taken AS (
       UPDATE jobs.runs r SET process = NULL, touched_at = now(),
         state = CASE WHEN l.spent THEN 'failed' ELSE 'waiting' END,
         problem = CASE WHEN l.spent THEN $3::jsonb END,
         finished_at = CASE WHEN l.spent THEN $4::timestamptz END
       FROM lost l WHERE r.id = l.id RETURNING r.id, l.spent
     ), sent_again AS (
       UPDATE jobs.outbox o SET sent_at = NULL, sent_as = NULL FROM taken t WHERE o.run_id = t.id AND NOT t.spent
     ), dropped AS (
       DELETE FROM jobs.outbox o USING taken t WHERE o.run_id = t.id AND t.spent
     )
     SELECT id FROM taken`,
    [presenceClass, silentSeconds, JSON.stringify(lostProblem), now],
  );
  return rows.length;
}

/** Forgets processes that ended long ago. */
export async function forgetProcesses(db: Database): Promise<void> {
  await db.query(
    `DELETE FROM jobs.processes p WHERE seen_at < now() - interval '1 day'
       AND NOT EXISTS (SELECT FROM jobs.runs r WHERE r.state = 'running' AND r.process = p.id)`,
  );
}
