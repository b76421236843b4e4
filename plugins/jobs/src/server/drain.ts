import { setTimeout as pause } from 'node:timers/promises';
import type { QueueName } from '@linggong/config';
import type { EngineParts } from './engine-parts';
import { hearEvent } from './hear-event';
import { recoverRuns } from './recover';
import { workRun } from './work-run';

interface OpenRow {
  id: bigint;
  queue: QueueName;
  run_id: string | null;
  busy: boolean;
}

/** Rows looked at in one round. */
const roundRows = 200;

/** A hundred thousand rounds are more work than any test or demo has: beyond that something feeds itself. */
const roundsMax = 100_000;

/**
 * Works off, in this process and one after another, everything due up to `until` (asked anew in each round, so that work asked
 * for meanwhile is done too), oldest first; failed tries are repeated at once. Waits for what other processes have in hand,
 * and takes over what dead ones left. Ends when nothing is left.
 */
export async function drain(parts: EngineParts, until: () => Date): Promise<void> {
  for (let round = 0; round < roundsMax; round += 1) {
    const rows = await openRows(parts, until());
    if (rows.length === 0) return;
    const free = rows.filter(({ busy }) => !busy);
    for (const row of free) await workRow(parts, row);
    if (free.length > 0) continue;
    await recoverRuns(parts, 0);
    await pause(25);
  }
  throw new Error('jobs.drain: never quiet; does a handler ask for itself again and again?');
}

async function openRows({ db }: EngineParts, until: Date): Promise<OpenRow[]> {
  return db.query<OpenRow>(
    `SELECT o.id, o.queue, o.run_id, COALESCE(r.state = 'running', false) AS busy
     FROM jobs.outbox o LEFT JOIN jobs.runs r ON r.id = o.run_id
     WHERE o.failed_at IS NULL AND (o.due_at <= $1 OR o.attempt > 0)
     ORDER BY busy, o.id LIMIT $2`,
    [until, roundRows],
  );
}

async function workRow(parts: EngineParts, { id, queue, run_id }: OpenRow): Promise<void> {
  if (run_id === null) await hearEvent(parts, id);
  else await workRun(parts, run_id, queue);
}
