import type { Database, Tx } from '@linggong/core';
import { lostProblem } from '../domain';
import type { EngineParts } from './engine-parts';
import { presenceClass } from './process-presence';
import type { EndedRun } from './run-rows';
import { tellFailed } from './tell-failed';

/**
 * Takes the runs of dead processes back: another try, or the end where the last one was used up (a job that kills its
 * process must not kill the next one for ever). Dead = its advisory lock is free and it has not beaten for `silentSeconds`;
 * the second condition spares a process that is only reconnecting.
 * @returns the number of runs taken back
 */
export function recoverRuns(parts: EngineParts, silentSeconds: number): Promise<number> {
  return takeBack(
    parts,
    `living AS (
       SELECT l.objid::integer AS id FROM pg_locks l JOIN pg_database d ON d.oid = l.database
       WHERE l.locktype = 'advisory' AND l.classid = $3 AND l.objsubid = 2 AND d.datname = current_database()
     ), lost AS (
       SELECT r.id, r.attempt >= r.attempts AS spent FROM jobs.runs r LEFT JOIN jobs.processes p ON p.id = r.process
       WHERE r.state = 'running' AND r.process NOT IN (SELECT id FROM living)
         AND COALESCE(p.seen_at, '-infinity') < now() - make_interval(secs => $4)
       FOR UPDATE OF r SKIP LOCKED
     )`,
    [presenceClass, silentSeconds],
  );
}

/**
 * Takes back what this process is said to work on and does not: a database that went away in the middle of a job took the word
 * of its end with it, and the process lives on. Whatever is in hand was put there before it was claimed, so what is found
 * running and is not in hand by now has ended.
 * @returns the number of runs taken back
 */
export async function recoverOwnRuns(parts: EngineParts): Promise<number> {
  const { db, presence, inHand } = parts;
  const process = await presence.id();
  const claimed = await db.query<{ id: string; attempt: number }>(
    `SELECT id, attempt FROM jobs.runs WHERE state = 'running' AND process = $1`,
    [process],
  );
  const ended = claimed.filter(({ id }) => !inHand.has(id));
  if (ended.length === 0) return 0;
  return takeBack(
    parts,
    `lost AS (
       SELECT r.id, r.attempt >= r.attempts AS spent
       FROM jobs.runs r JOIN unnest($3::uuid[], $4::int[]) AS e (id, attempt) USING (id, attempt)
       WHERE r.state = 'running' AND r.process = $5 FOR UPDATE OF r SKIP LOCKED
     )`,
    [ended.map(({ id }) => id), ended.map(({ attempt }) => attempt), process],
  );
}

/** @param lost CTEs of which the last is `lost (id, spent)`; the `values` that they ask for begin with $3 */
function takeBack(parts: EngineParts, lost: string, values: readonly unknown[]): Promise<number> {
  const at = parts.clock.now();
  return parts.db.transaction(async (tx) => {
    const taken = await putBack(tx, lost, values, at);
    await tellFailed(
      parts,
      tx,
      taken.filter(({ spent }) => spent),
      at,
    );
    return taken.length;
  });
}

function putBack(
  tx: Tx,
  lost: string,
  values: readonly unknown[],
  at: Date,
): Promise<(EndedRun & { spent: boolean })[]> {
  return tx.query(
    `WITH ${lost}, taken AS (
       UPDATE jobs.runs r SET process = NULL, touched_at = now(),
         state = CASE WHEN l.spent THEN 'failed' ELSE 'waiting' END,
         problem = CASE WHEN l.spent THEN $1::jsonb END,
         finished_at = CASE WHEN l.spent THEN $2::timestamptz END
       FROM lost l WHERE r.id = l.id RETURNING r.id, r.name, r.actor, r.trace_id, r.address, r.reason, l.spent
     ), sent_again AS (
       UPDATE jobs.outbox o SET sent_at = NULL, sent_as = NULL FROM taken t WHERE o.run_id = t.id AND NOT t.spent
     ), dropped AS (
       DELETE FROM jobs.outbox o USING taken t WHERE o.run_id = t.id AND t.spent
     )
     SELECT * FROM taken`,
    [JSON.stringify(lostProblem), at, ...values],
  );
}

/** Forgets processes that ended long ago. */
export async function forgetProcesses(db: Database): Promise<void> {
  await db.query(
    `DELETE FROM jobs.processes p WHERE seen_at < now() - interval '1 day'
       AND NOT EXISTS (SELECT FROM jobs.runs r WHERE r.state = 'running' AND r.process = p.id)`,
  );
}
