import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Json, KindName, Tried } from '../../domain';
import { tooSlow } from './too-slow';

/** A draft, and what it is asked. */
export interface Trial {
  readonly kind: KindName;
  readonly content: Json;
  readonly inputs: readonly unknown[];
}

/** Where drafts are tried (试算): away from the thread that serves everybody. */
export interface Trials {
  /** @throws Problem 422 `evaluation-too-slow` where it takes longer than `msMax`, or more memory than a draft may */
  run(trial: Trial, msMax: number): Promise<readonly Tried[]>;
  close(): Promise<void>;
}

/** A thread without work for so long goes. */
const idleMs = 30_000;

const threadHeapMb = 256;

/**
 * One thread, one trial at a time: the next waits. A trial whose time is over ends with its thread, and another thread starts with the
 * next one.
 * @param entry the built entry of a thread
 */
export function createTrials(entry = path.join(__dirname, 'trial-thread.js')): Trials {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  const start = (): Worker => {
    const made = started(entry);
    made.once('exit', () => {
      if (worker === made) worker = undefined;
    });
    return made;
  };
  const end = async (): Promise<void> => {
    clearTimeout(idle);
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  };
  const runOne = async (trial: Trial, msMax: number): Promise<readonly Tried[]> => {
    clearTimeout(idle);
    worker ??= start();
    const answer = await answerOf(worker, trial, msMax);
    if (answer === undefined) {
      await end();
      throw tooSlow();
    }
    // A waiting thread keeps no process alive.
    worker.unref();
    idle = setTimeout(() => void end(), idleMs).unref();
    return answer;
  };
  return {
    run(trial, msMax) {
      const turn = last.then(() => runOne(trial, msMax));
      last = turn.catch(() => undefined);
      return turn;
    },
    close: end,
  };
}

function started(entry: string): Worker {
  const worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: threadHeapMb } });
  // What a thread says on its way out, when nobody waits for it any more, ends nothing.
  worker.on('error', () => undefined);
  return worker;
}

/** What the thread answers, or undefined where it does not in time, or dies. */
function answerOf(worker: Worker, trial: Trial, msMax: number): Promise<readonly Tried[] | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => settle(undefined), msMax);
    const lost = (): void => settle(undefined);
    const settle = (answer: readonly Tried[] | undefined): void => {
      clearTimeout(timer);
      worker.off('message', settle).off('error', lost).off('exit', lost);
      resolve(answer);
    };
    worker.on('message', settle).on('error', lost).on('exit', lost);
    worker.ref();
    worker.postMessage(trial);
  });
}
