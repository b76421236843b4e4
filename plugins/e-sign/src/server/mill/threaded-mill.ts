import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FontFiles } from '../documents/fonts';
import type { Print } from '../documents/print-paper';
import type { SealResult } from '../seal/seal-paper';
import { MillClosed, type Mill, type MillOrder, type MillResult } from './mill';

interface Waiting {
  readonly order: MillOrder;
  resolve(result: MillResult): void;
  reject(error: Error): void;
}

type Answer = { readonly result: MillResult } | { readonly fault: string };

interface MillThread {
  readonly worker: Worker;
  inHand: Waiting | undefined;
}

/** A thread holds some 150 MB with its fonts: without work for so long it goes. */
const idleMs = 30_000;

/** Orders that may wait; a caller that has more in hand than this has forgotten to wait for answers. */
const waitingMax = 1_000;

const threadHeapMb = 256;

export interface ThreadedMillOptions {
  readonly threads: number;
  readonly fonts: () => FontFiles;
  /** The built entry of a thread. */
  readonly entry?: string;
}

/** A mill of threads, which start with the first orders and end when there has been no order for a while. */
export function createThreadedMill({ threads, fonts, entry }: ThreadedMillOptions): Mill {
  const file = entry ?? path.join(__dirname, 'mill-thread.js');
  const pool = new Set<MillThread>();
  const queue: Waiting[] = [];
  let idle: NodeJS.Timeout | undefined;

  const give = (thread: MillThread): void => {
    thread.inHand = queue.shift();
    if (thread.inHand !== undefined) {
      thread.worker.ref();
      thread.worker.postMessage(thread.inHand.order);
      return;
    }
    // A waiting thread must not keep the process.
    thread.worker.unref();
    if ([...pool].every(({ inHand }) => inHand === undefined)) idle = setTimeout(() => void close(), idleMs).unref();
  };
  const start = (): MillThread => {
    const worker = new Worker(file, {
      workerData: { fonts: fonts() },
      resourceLimits: { maxOldGenerationSizeMb: threadHeapMb },
    });
    const thread: MillThread = { worker, inHand: undefined };
    worker.on('message', (answer: Answer) => {
      const done = thread.inHand;
      if ('result' in answer) done?.resolve(answer.result);
      else done?.reject(new Error(`the mill failed: ${answer.fault}`));
      give(thread);
    });
    const lost = (): void => {
      pool.delete(thread);
      thread.inHand?.reject(new Error('the thread of the mill ended'));
      thread.inHand = undefined;
      if (queue.length > 0) give(start());
    };
    worker.on('error', lost);
    worker.on('exit', lost);
    pool.add(thread);
    return thread;
  };
  const place = (order: MillOrder): Promise<MillResult> =>
    new Promise((resolve, reject) => {
      if (queue.length >= waitingMax) return reject(new Error('the mill has too many orders'));
      clearTimeout(idle);
      queue.push({ order, resolve, reject });
      const free = [...pool].find(({ inHand }) => inHand === undefined);
      if (free !== undefined) give(free);
      else if (pool.size < threads) give(start());
    });
  const close = async (): Promise<void> => {
    clearTimeout(idle);
    const ending = [...pool];
    for (const { inHand } of ending) inHand?.reject(new MillClosed('the mill was closed'));
    pool.clear();
    for (const waiting of queue.splice(0)) waiting.reject(new MillClosed('the mill was closed'));
    await Promise.all(ending.map(({ worker }) => worker.terminate()));
  };
  return {
    width: threads,
    // A thread answers an order of printing with a print, one of sealing with a seal.
    print: (paper) => place({ act: 'print', paper }) as Promise<Print>,
    seal: (order) => place({ act: 'seal', ...order }) as Promise<SealResult>,
    sealSlip: (order) => place({ act: 'seal-slip', ...order }) as Promise<SealResult>,
    certificateOf: async (file, passphrase) => {
      const opened = await place({ act: 'open-p12', file, passphrase });
      if (!opened.ok) throw new Error('the PKCS #12 file was not opened');
      return opened.bytes;
    },
    close,
  };
}
