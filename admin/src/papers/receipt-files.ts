import { receiptsPerFile } from '@linggong/settlement/api';

export interface ReceiptFile {
  part: number;
  first: number;
  last: number;
}

/** The files that the receipts of so many payments come in. */
export function receiptFiles(payments: number): ReceiptFile[] {
  return Array.from({ length: Math.ceil(payments / receiptsPerFile) }, (_, index) => ({
    part: index + 1,
    first: index * receiptsPerFile + 1,
    last: Math.min(payments, (index + 1) * receiptsPerFile),
  }));
}
