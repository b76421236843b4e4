import type { Command, Queryable } from '@linggong/core';
import type { Jobs } from '@linggong/jobs';
import type { SubjectKind, WaitReason } from '../../domain';
import type { ProviderTry } from '../asking/provider-try';
import type { PendingCheck } from '../asking/question';

/** Subjects that one job works off: small enough to be done in minutes when every answer is slow. */
const SUBJECTS_PER_JOB = 500;

const COLUMNS = `id, subject_kind AS "subjectKind", subject_id AS "subjectId", attempts, reference, tries`;

export const CHECK_JOB = 'real-name.check';

/** Asks the queue to work off what is pending of these subjects, at once or not before `runAt`. Gives the ids of the runs. */
export async function enqueueChecks(
  tx: Queryable,
  jobs: Jobs,
  command: Command,
  subjectKind: SubjectKind,
  ids: readonly number[],
  runAt?: Date,
): Promise<string[]> {
  const count = Math.ceil(ids.length / SUBJECTS_PER_JOB);
  const chunks = Array.from({ length: count }, (_, i) => ids.slice(i * SUBJECTS_PER_JOB, (i + 1) * SUBJECTS_PER_JOB));
  return jobs.enqueueAll(
    tx,
    chunks.map((chunk) => ({
      queue: 'real-name' as const,
      name: CHECK_JOB,
      payload: { subjectKind, ids: chunk },
      ...(runAt === undefined ? {} : { runAt }),
    })),
    command,
  );
}

/**
 * Notes that subjects are to be checked; whoever waits already is not noted twice. In the order of their numbers: two who note the
 * same people the other way round would wait for each other.
 */
export async function notePending(
  db: Queryable,
  command: Command,
  subjectKind: SubjectKind,
  ids: readonly number[],
): Promise<void> {
  await db.query(
    `INSERT INTO real_name.pending_checks (subject_kind, subject_id, asked_at)
     SELECT $1, id, $3 FROM unnest($2::int[]) AS id ORDER BY id ON CONFLICT (subject_kind, subject_id) DO NOTHING`,
    [subjectKind, ids, command.at],
  );
}

/**
 * Notes that subjects are to be checked, and asks the queue to do it. A subject that waits already is not noted twice, so
 * that nobody pays a vendor twice for one question.
 */
export async function queueChecks(
  tx: Queryable,
  jobs: Jobs,
  command: Command,
  subjectKind: SubjectKind,
  ids: readonly number[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  await notePending(tx, command, subjectKind, ids);
  return enqueueChecks(tx, jobs, command, subjectKind, ids);
}

export function pendingOf(db: Queryable, subjectKind: SubjectKind, ids: readonly number[]): Promise<PendingCheck[]> {
  return db.query<PendingCheck>(
    `SELECT ${COLUMNS} FROM real_name.pending_checks WHERE subject_kind = $1 AND subject_id = ANY($2::int[]) ORDER BY id`,
    [subjectKind, ids],
  );
}

/** Takes decided checks off the queue; gives those that were still on it. The others were answered by somebody else. */
export async function takeOff(tx: Queryable, ids: readonly bigint[]): Promise<Set<bigint>> {
  const rows = await tx.query<{ id: bigint }>(
    `WITH held AS (SELECT id FROM real_name.pending_checks WHERE id = ANY($1::bigint[]) ORDER BY id FOR UPDATE)
     DELETE FROM real_name.pending_checks p USING held WHERE p.id = held.id RETURNING p.id`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Counts a round without an answer, and keeps its calls for the evidence. */
export async function countAttempts(
  tx: Queryable,
  rounds: readonly { readonly id: bigint; readonly tries: readonly ProviderTry[] }[],
): Promise<void> {
  await tx.query(
    `UPDATE real_name.pending_checks p SET attempts = p.attempts + 1, tries = p.tries || r.tries, waits_for = NULL, due_at = NULL
     FROM unnest($1::bigint[], $2::jsonb[]) AS r(id, tries) WHERE p.id = r.id`,
    [rounds.map(({ id }) => id), rounds.map(({ tries }) => JSON.stringify(tries))],
  );
}

/** Nobody could be asked: the check waits with its reason, and is no try. `real-name.resume` takes it up again. */
export async function letWait(tx: Queryable, ids: readonly bigint[], waitsFor: WaitReason, dueAt: Date): Promise<void> {
  await tx.query('UPDATE real_name.pending_checks SET waits_for = $2, due_at = $3 WHERE id = ANY($1::bigint[])', [
    ids,
    waitsFor,
    dueAt,
  ]);
}
