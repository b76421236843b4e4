import type { Command, Queryable, Tx } from '@linggong/core';
import type { DecidedCheck } from '../checks/write-evidence';

/**
 * Notes what came of members of an open bulk check, whoever asked about them: a fresh answer is a fresh answer. The bulk check
 * is done with its last member; its row is locked before that is asked, so that two last chunks do not miss each other.
 */
export async function noteMembers(tx: Tx, command: Command, checks: readonly DecidedCheck[]): Promise<void> {
  if (checks.length === 0) return;
  const noted = await tx.query<{ bulkId: bigint }>(
    `UPDATE real_name.bulk_members m SET outcome = c.outcome, code = c.code
     FROM unnest($1::int[], $2::text[], $3::text[]) AS c(worker_id, outcome, code)
     WHERE m.worker_id = c.worker_id AND m.outcome IS NULL RETURNING m.bulk_id AS "bulkId"`,
    [
      checks.map(({ answer }) => answer.question.pending.subjectId),
      checks.map(({ outcome }) => outcome),
      checks.map(({ code }) => code),
    ],
  );
  for (const bulkId of new Set(noted.map((row) => row.bulkId))) await finishBulk(tx, command, bulkId);
}

async function finishBulk(tx: Tx, command: Command, bulkId: bigint): Promise<void> {
  await tx.query('SELECT FROM real_name.bulk_checks WHERE id = $1 FOR UPDATE', [bulkId]);
  await tx.query(
    `UPDATE real_name.bulk_checks SET state = 'done', due_at = NULL, finished_at = $2
     WHERE id = $1 AND state IN ('waiting', 'running')
       AND NOT EXISTS (SELECT FROM real_name.bulk_members WHERE bulk_id = $1 AND outcome IS NULL)`,
    [bulkId, command.at],
  );
}

/**
 * The next members to ask about, after the given worker. Who waits for a further try, or for tomorrow's cap, is left to those who
 * wait for him.
 */
export async function nextMembers(db: Queryable, bulkId: bigint, after: number, limit: number): Promise<number[]> {
  const rows = await db.query<{ id: number }>(
    `SELECT m.worker_id AS id FROM real_name.bulk_members m
     WHERE m.bulk_id = $1 AND m.worker_id > $2 AND m.outcome IS NULL AND NOT EXISTS (
       SELECT FROM real_name.pending_checks p WHERE p.subject_kind = 'worker' AND p.subject_id = m.worker_id
         AND (p.attempts > 0 OR p.waits_for IS NOT NULL))
     ORDER BY m.worker_id LIMIT $3`,
    [bulkId, after, limit],
  );
  return rows.map(({ id }) => id);
}
