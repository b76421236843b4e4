import type { Actor, Command, Database, Queryable } from '@linggong/core';
import type { JobProblem, Json } from '../domain';
import type { JobProgress, JobRun } from '../jobs';

export interface ClaimedRun {
  id: string;
  name: string;
  payload: Json;
  attempt: number;
  attempts: number;
  asked: Omit<Command, 'at'>;
}

interface RunRow {
  id: string;
  queue: JobRun['queue'];
  name: string;
  key: string | null;
  state: JobRun['state'];
  attempt: number;
  attempts: number;
  stage: string | null;
  done: bigint;
  total: bigint;
  result: Json;
  problem: JobProblem | null;
  actor: Actor;
  created_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
}

interface ClaimRow extends Pick<RunRow, 'id' | 'name' | 'attempt' | 'attempts' | 'actor'> {
  payload: Json;
  trace_id: string;
  address: string | null;
  reason: string | null;
}

/**
 * Takes a waiting run for this process; undefined where it is done, or another process works on it. The claim, not the
 * queue, decides who works: a job that the queue delivers twice finds nothing to take.
 */
export async function claimRun(db: Database, id: string, process: number, at: Date): Promise<ClaimedRun | undefined> {
  const row = await db.maybeOne<ClaimRow>(
    `UPDATE jobs.runs SET state = 'running', process = $2, attempt = attempt + 1, problem = NULL,
       started_at = COALESCE(started_at, $3::timestamptz), touched_at = now()
     WHERE id = $1 AND state = 'waiting'
     RETURNING id, name, payload, attempt, attempts, actor, trace_id, address, reason`,
    [id, process, at],
  );
  return row && { ...row, asked: askedOf(row) };
}

/** The command as it was given, without its instant: a worker acts for the same person at a later time. */
export function askedOf(row: Pick<ClaimRow, 'actor' | 'trace_id' | 'address' | 'reason'>): Omit<Command, 'at'> {
  return {
    actor: row.actor,
    traceId: row.trace_id,
    ...(row.address === null ? {} : { address: row.address }),
    ...(row.reason === null ? {} : { reason: row.reason }),
  };
}

const held = 'id = $1 AND process = $2 AND attempt = $3';

/** Ends a run well and drops its outbox row. Nothing happens where the run was meanwhile given to another process. */
export async function finishRun(
  db: Database,
  run: ClaimedRun,
  process: number,
  result: string,
  at: Date,
): Promise<void> {
  await db.query(
    `WITH ended AS (
       UPDATE jobs.runs SET state = 'done', process = NULL, result = $4::jsonb, finished_at = $5::timestamptz,
         done = GREATEST(done, total), touched_at = now()
       WHERE ${held} RETURNING id
     ) DELETE FROM jobs.outbox WHERE run_id IN (SELECT id FROM ended)`,
    [run.id, process, run.attempt, result, at],
  );
}

/** Puts a run back for another try at `dueAt`. */
export async function retryRun(
  db: Database,
  run: ClaimedRun,
  process: number,
  problem: JobProblem,
  dueAt: Date,
): Promise<void> {
  await db.query(
    `WITH back AS (
       UPDATE jobs.runs SET state = 'waiting', process = NULL, problem = $4::jsonb, touched_at = now()
       WHERE ${held} RETURNING id
     ) UPDATE jobs.outbox SET due_at = $5::timestamptz, sent_at = NULL, sent_as = NULL, attempt = $3
       WHERE run_id IN (SELECT id FROM back)`,
    [run.id, process, run.attempt, JSON.stringify(problem), dueAt],
  );
}

/** A run that ended badly, and the command that asked for it. */
export interface EndedRun extends Pick<ClaimRow, 'actor' | 'trace_id' | 'address' | 'reason'> {
  id: string;
  name: string;
}

/** Ends a run badly: the last try failed, or the refusal was final. Gives none where it was meanwhile given to another process. */
export function failRun(
  tx: Queryable,
  run: ClaimedRun,
  process: number,
  problem: JobProblem,
  at: Date,
): Promise<EndedRun[]> {
  return tx.query<EndedRun>(
    `WITH ended AS (
       UPDATE jobs.runs SET state = 'failed', process = NULL, problem = $4::jsonb, finished_at = $5::timestamptz,
         touched_at = now()
       WHERE ${held} RETURNING id, name, actor, trace_id, address, reason
     ), dropped AS (
       DELETE FROM jobs.outbox WHERE run_id IN (SELECT id FROM ended)
     ) SELECT * FROM ended`,
    [run.id, process, run.attempt, JSON.stringify(problem), at],
  );
}

export async function writeProgress(
  db: Database,
  run: ClaimedRun,
  process: number,
  { stage, done, total }: JobProgress,
): Promise<void> {
  await db.query(`UPDATE jobs.runs SET stage = $4, done = $5, total = $6, touched_at = now() WHERE ${held}`, [
    run.id,
    process,
    run.attempt,
    stage,
    done,
    total,
  ]);
}

const columns = `id, queue, name, key, state, attempt, attempts, stage, done, total, result, problem, actor,
  created_at, started_at, finished_at`;

export async function readRun(db: Database, id: string): Promise<JobRun | undefined> {
  const row = await db.maybeOne<RunRow>(`SELECT ${columns} FROM jobs.runs WHERE id = $1`, [id]);
  return row && runOf(row);
}

function runOf(row: RunRow): JobRun {
  const { created_at, started_at, finished_at, ...same } = row;
  return {
    ...same,
    done: Number(row.done),
    total: Number(row.total),
    createdAt: created_at,
    startedAt: started_at,
    finishedAt: finished_at,
  };
}
