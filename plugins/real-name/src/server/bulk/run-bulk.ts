import type { Command } from '@linggong/core';
import type { JobInHand } from '@linggong/jobs';
import { dueAfter } from '../../domain';
import { notePending } from '../checks/pending-checks';
import { checkChunk, SUBJECTS_PER_COMMIT } from '../checks/run-checks';
import type { RealNameTools } from '../tools';
import { nextMembers } from './bulk-members';

export const BULK_JOB = 'real-name.bulk';

interface BulkRow {
  readonly state: string;
  readonly total: number;
}

/** Takes the bulk check in hand; undefined where it was cancelled or is done. */
async function begin({ database }: RealNameTools, bulkId: bigint): Promise<BulkRow | undefined> {
  const [row] = await database.query<BulkRow>(
    `UPDATE real_name.bulk_checks SET state = 'running', due_at = NULL
     WHERE id = $1 AND state IN ('waiting', 'running') RETURNING state, total`,
    [bulkId],
  );
  return row;
}

async function isOpen({ database }: RealNameTools, bulkId: bigint): Promise<boolean> {
  const rows = await database.query('SELECT FROM real_name.bulk_checks WHERE id = $1 AND state = $2', [
    bulkId,
    'running',
  ]);
  return rows.length > 0;
}

/** The cap of the day is reached: goes on when the next day has begun, and says so. */
async function goOnTomorrow({ database, jobs }: RealNameTools, command: Command, bulkId: bigint): Promise<void> {
  const runAt = dueAfter('daily-cap', command.at);
  await database.transaction(async (tx) => {
    await tx.query('UPDATE real_name.bulk_checks SET due_at = $2 WHERE id = $1', [bulkId, runAt]);
    await jobs.enqueue(tx, { queue: 'real-name', name: BULK_JOB, payload: { bulkId: Number(bulkId) }, runAt }, command);
  });
}

/**
 * Works off a bulk check in one job, chunk by chunk, so that it never takes more than one of the queue's places from people who
 * register meanwhile. A killed job goes on at the first member without an outcome: at most one chunk is asked twice. Each chunk
 * has the time at which it begins – a bulk check may run for hours and past midnight.
 */
export async function runBulk(
  tools: RealNameTools,
  command: Command,
  bulkId: bigint,
  progress: JobInHand['progress'],
): Promise<void> {
  const bulk = await begin(tools, bulkId);
  if (bulk === undefined) return;
  let after = 0;
  // Every round takes at least one further member, of whom there are `total` at most.
  for (let round = 0; round <= bulk.total; round += 1) {
    const ids = await nextMembers(tools.database, bulkId, after, SUBJECTS_PER_COMMIT);
    const last = ids.at(-1);
    if (last === undefined || !(await isOpen(tools, bulkId))) return;
    after = last;
    const now: Command = { ...command, at: tools.clock.now() };
    await notePending(tools.database, now, 'worker', ids);
    const { waiting } = await checkChunk(tools, now, 'worker', ids);
    await progress({ stage: 'check', done: bulk.total - (await openCount(tools, bulkId)), total: bulk.total });
    if (waiting === ids.length) {
      await goOnTomorrow(tools, now, bulkId);
      return;
    }
  }
}

async function openCount({ database }: RealNameTools, bulkId: bigint): Promise<number> {
  const { count } = await database.one<{ count: number }>(
    'SELECT count(*)::int AS count FROM real_name.bulk_members WHERE bulk_id = $1 AND outcome IS NULL',
    [bulkId],
  );
  return count;
}
