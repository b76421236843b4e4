import { span, type Command } from '@linggong/core';
import { queues, type QueueName } from '@linggong/config';
import { backoffDelayMs, faultText, isFinal, payloadText, problemOf } from '../domain';
import type { EngineParts } from './engine-parts';
import { createProgressWriter } from './progress-writer';
import { claimRun, failRun, finishRun, retryRun, writeProgress, type ClaimedRun } from './run-rows';
import { tellFailed } from './tell-failed';

/** Claims a run and works on it to its end or its next try. Gives false where there was nothing to claim. */
export function workRun(parts: EngineParts, runId: string, queue: QueueName): Promise<boolean> {
  return parts.inHand.during(runId, () => span('work', () => claimAndWork(parts, runId, queue)));
}

async function claimAndWork(parts: EngineParts, runId: string, queue: QueueName): Promise<boolean> {
  const process = await parts.presence.id();
  const run = await claimRun(parts.db, runId, process, parts.clock.now());
  if (run === undefined) return false;
  try {
    const result = await callHandler(parts, run, process);
    await finishRun(parts.db, run, process, result, parts.clock.now());
  } catch (error) {
    await afterFailure(parts, run, process, queue, error);
  }
  return true;
}

/** Gives the result as bounded JSON text; a result that is too large or personal is a fault of the handler. */
async function callHandler(parts: EngineParts, run: ClaimedRun, process: number): Promise<string> {
  const progress = createProgressWriter((report) => writeProgress(parts.db, run, process, report), monotonicMs);
  try {
    const command: Command = { ...run.asked, at: parts.clock.now() };
    const { id: runId, payload, attempt } = run;
    const job = { runId, payload, attempt, progress: progress.report };
    const result = await parts.registry.handlerOf(run.name)(job, command);
    return payloadText(result ?? null, `${run.name} result`);
  } finally {
    await progress.close();
  }
}

const monotonicMs = (): number => performance.now();

async function afterFailure(
  parts: EngineParts,
  run: ClaimedRun,
  process: number,
  queue: QueueName,
  error: unknown,
): Promise<void> {
  const { db, clock, log } = parts;
  const told = problemOf(error);
  const line = `job ${run.name} ${run.id} try ${run.attempt}/${run.attempts}: ${faultText(error)}`;
  if (isFinal(error) || run.attempt >= run.attempts) {
    log.error(line);
    const at = clock.now();
    return db.transaction(async (tx) => tellFailed(parts, tx, await failRun(tx, run, process, told, at), at));
  }
  log.warn(line);
  const wait = backoffDelayMs(run.attempt, queues[queue], parts.random());
  return retryRun(db, run, process, told, new Date(clock.now().getTime() + wait));
}
