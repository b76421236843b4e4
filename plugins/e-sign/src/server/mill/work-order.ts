import { printPaper, type Press, type Print } from '../documents/print-paper';
import { sealPaper, type SealResult } from '../seal/seal-paper';
import type { Mill, MillOrder } from './mill';

/** Does one order with the fonts of this thread. */
export function workOrder(press: Press, order: MillOrder): Promise<Print | SealResult> {
  return order.act === 'print' ? printPaper(press, order.paper) : sealPaper(press, order);
}

/** A mill in the calling thread: for tests of single papers, and where one thread is all there is. */
export function createSingleMill(openPress: () => Press): Mill {
  let press: Press | undefined;
  const ready = (): Press => (press ??= openPress());
  return {
    width: 1,
    print: (paper) => printPaper(ready(), paper),
    seal: (order) => sealPaper(ready(), order),
    close: async () => void (press = undefined),
  };
}
