import { parentPort, workerData } from 'node:worker_threads';
import type { FontFiles } from '../documents/fonts';
import type { Press } from '../documents/press-parts';
import { openPress } from '../documents/press';
import type { MillOrder } from './mill';
import { workOrder } from './work-order';

/** A thread of the mill: takes one order after the other, and gives the bytes away without copying them. */
// Written by createThreadedMill.
const { fonts } = workerData as { fonts: FontFiles };
let opened: Press | undefined;
const press = (): Press => (opened ??= openPress(fonts));

parentPort?.on('message', (order: MillOrder) => void answer(order));

async function answer(order: MillOrder): Promise<void> {
  try {
    const result = await workOrder(press, order);
    const bytes = result.ok ? new Uint8Array(result.bytes) : undefined;
    parentPort?.postMessage(
      { result: bytes === undefined ? result : { ...result, bytes } },
      bytes ? [bytes.buffer] : [],
    );
  } catch (error) {
    // The message of a fault may quote the paper; its class and place say enough.
    const { name, stack } = error instanceof Error ? error : new Error('no error');
    parentPort?.postMessage({ fault: `${name} ${(stack ?? '').split('\n').slice(1, 4).join(' ')}` });
  }
}
