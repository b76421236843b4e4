import type { Command, Tx } from '@linggong/core';
import { illegalTransition, notFound, step } from '@linggong/core/domain';
import { queues, type QueueName } from '@linggong/config';
import { runLifecycle, type JobState } from '../domain';

/**
 * Sends a failed run again, with as many tries as at first; it goes on acting for the person who asked for it.
 * @throws Problem `not-found`, 409 `illegal-transition`; a database error where another open run has its name and key
 */
export async function repeatRun(tx: Tx, id: string, command: Command): Promise<void> {
  const run = await tx.maybeOne<{ state: JobState; queue: QueueName }>(
    'SELECT state, queue FROM jobs.runs WHERE id = $1 FOR UPDATE',
    [id],
  );
  if (run === undefined) throw notFound({ zh: '后台任务', en: 'job' });
  const next = step(runLifecycle, run.state, 'repeat');
  if (!next.ok) throw illegalTransition(runLifecycle, run.state, 'repeat');
  await tx.query(
    `UPDATE jobs.runs SET state = $2, attempts = attempt + $3, finished_at = NULL, touched_at = now() WHERE id = $1`,
    [id, next.to, queues[run.queue].attempts],
  );
  await tx.query('INSERT INTO jobs.outbox (queue, run_id, due_at) VALUES ($1, $2, $3)', [run.queue, id, command.at]);
}
