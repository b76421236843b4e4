import type { Database } from '@linggong/core';
import { lostProblem } from '../domain';
import type { EngineParts } from './engine-parts';
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
     ), ${takenBack}`,
    [presenceClass, silentSeconds, JSON.stringify(lostProblem), now],
  );
  return rows.length;
}

/**
 * Takes back what this process is said to work on and does not: a database that went away in the middle of a job took the word
 * of its end with it, and the process lives on. Whatever is in hand was put there before it was claimed, so what is found
 * running and is not in hand by now has ended.
 * @returns the number of runs taken back
 */
export async function recoverOwnRuns({ db, presence, inHand, clock }: EngineParts): Promise<number> {
  const process = await presence.id();
  const claimed = await db.query<{ id: string; attempt: number }>(
    `SELECT id, attempt FROM jobs.runs WHERE state = 'running' AND process = $1`,
    [process],
  );
  const ended = claimed.filter(({ id }) => !inHand.has(id));
  if (ended.length === 0) return 0;
  const rows = await db.query(
    `WITH lost AS (
       SELECT r.id, r.attempt >= r.attempts AS spent
       FROM jobs.runs r JOIN unnest($1::uuid[], $2::int[]) AS e (id, attempt) USING (id, attempt)
       WHERE r.state = 'running' AND r.process = $5 FOR UPDATE OF r SKIP LOCKED
     ), ${takenBack}`,
    [ended.map(({ id }) => id), ended.map(({ attempt }) => attempt), JSON.stringify(lostProblem), clock.now(), process],
  );
  return rows.length;
}

/** Behind a CTE `lost (id, spent)`; $3 is the problem, $4 the time. */
const takenBack = `taken AS (
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
     SELECT id FROM taken`;

/** Forgets processes that ended long ago. */
export async function forgetProcesses(db: Database): Promise<void> {
  await db.query(
    `DELETE FROM jobs.processes p WHERE seen_at < now() - interval '1 day'
       AND NOT EXISTS (SELECT FROM jobs.runs r WHERE r.state = 'running' AND r.process = p.id)`,
  );
}
