import type { Press } from '../documents/press-parts';
import { printPaper } from '../documents/print-paper';
import { certificateOfP12 } from '../seal/sign-pdf';
import { sealPaper, sealSlip } from '../seal/seal-paper';
import type { MillOrder, MillResult } from './mill';

/** Does one order with the fonts of this thread. */
export async function workOrder(press: () => Press, order: MillOrder): Promise<MillResult> {
  switch (order.act) {
    case 'print':
      return printPaper(press(), order.paper);
    case 'seal':
      return sealPaper(press(), order);
    case 'seal-slip':
      return sealSlip(press(), order);
    case 'open-p12':
      return { ok: true, bytes: await certificateOfP12(order.file, order.passphrase) };
  }
}
