import type { Command, Tx } from '@linggong/core';
import { illegalTransition, notFound, problem, step, type Problem } from '@linggong/core/domain';
import { queues, type QueueName } from '@linggong/config';
import { runLifecycle, type JobState } from '../domain';

/**
 * Sends a failed run again, with as many tries as at first; it goes on acting for the person who asked for it.
 * @throws Problem `not-found`, 409 `illegal-transition`; 409 `job-open` where another run with its name and key waits or works
 */
export async function repeatRun(tx: Tx, id: string, command: Command): Promise<void> {
  const run = await tx.maybeOne<{ state: JobState; queue: QueueName }>(
    'SELECT state, queue FROM jobs.runs WHERE id = $1 FOR UPDATE',
    [id],
  );
  if (run === undefined) throw notFound({ zh: '后台任务', en: 'job' });
  const next = step(runLifecycle, run.state, 'repeat');
  if (!next.ok) throw illegalTransition(runLifecycle, run.state, 'repeat');
  const reopened = tx.query(
    `UPDATE jobs.runs SET state = $2, attempts = attempt + $3, finished_at = NULL, touched_at = now() WHERE id = $1`,
    [id, next.to, queues[run.queue].attempts],
  );
  // The index decides, not a look before: the other run may be asked for in between.
  await reopened.catch((error: unknown) => {
    throw isOpenAlready(error) ? openAlready() : error;
  });
  await tx.query('INSERT INTO jobs.outbox (queue, run_id, due_at) VALUES ($1, $2, $3)', [run.queue, id, command.at]);
}

/** 23505 unique_violation of the index of open runs. */
function isOpenAlready(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return Reflect.get(error, 'code') === '23505' && Reflect.get(error, 'constraint') === 'runs_open_key';
}

function openAlready(): Problem {
  return problem(
    409,
    'job-open',
    { zh: '同一任务已在等待或执行', en: 'The same job waits or is at work already' },
    { fix: { zh: '请等待其完成', en: 'Wait until it is done' } },
  );
}
