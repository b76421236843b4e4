import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { createBackOff } from '../supervisor/back-off';
import { say } from '../supervisor/progress';
import type { WitnessOrder } from './thread';
import type { WitnessEvent } from './witness';

/** The witness (旁证) beside the platform, kept alive. */
export interface KeptWitness {
  stop(): Promise<void>;
}

/** Of the thread's own heap, in MB: what is read and not stored is bounded by eight. */
const heapMb = 48;
const stopMs = 10_000;

/**
 * Runs the witness in a thread of the supervisor: neither web nor worker process may hold its credentials, or whoever takes one of them
 * over could take its eyes out. A thread and no process of its own, for the memory's sake.
 */
export function keepWitness(order: WitnessOrder): KeptWitness {
  const backOff = createBackOff();
  let worker: Worker | undefined;
  let wanted = true;
  let pause: NodeJS.Timeout | undefined;

  const start = (): void => {
    const begun = performance.now();
    worker = new Worker(path.join(__dirname, 'thread.js'), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 8 },
      // It is told all that it needs, and nothing else.
      env: { TZ: 'UTC' },
    });
    worker.on('message', (event: WitnessEvent) => tell(event));
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      worker = undefined;
      if (!wanted) return;
      const waitMs = backOff.next(performance.now() - begun);
      say(`! 旁证线程退出，${waitMs / 1000} 秒后重启 The witness thread ended, again in ${waitMs / 1000} s`);
      pause = setTimeout(start, waitMs);
    });
  };

  start();
  return {
    async stop() {
      wanted = false;
      clearTimeout(pause);
      const running = worker;
      if (!running) return;
      const gone = new Promise((resolve) => running.once('exit', resolve));
      running.postMessage('stop');
      const limit = setTimeout(() => void running.terminate(), stopMs);
      await gone;
      clearTimeout(limit);
    },
  };
}

/** Codes and numbers of transactions: what was changed stands in the console. */
export function tell(event: WitnessEvent): void {
  switch (event.kind) {
    case 'bypass':
      say(`! 有改动绕过平台（事务 ${event.xid}）Changes went past the platform (transaction ${event.xid})`);
      return;
    case 'broken':
      say(`! 旁证中断，正在重试（${event.code}）The witness was interrupted and tries again (${event.code})`);
      return;
    case 'not-bounded':
      say(
        '! 未建日志复制槽：max_slot_wal_keep_size 为 -1，请设上限 No replication slot was made: max_slot_wal_keep_size is -1, set a bound',
      );
      return;
    case 'reading':
    case 'standing-by':
      return;
    default: {
      const none: never = event;
      return none;
    }
  }
}
