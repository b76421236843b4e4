import type { Day } from '@linggong/core/domain';

/**
 * What the name of a payer is sealed for: the receipt, which account, serial of the bank and day make one (domain.md 7.2). The line of a statement and
 * the deposit that is made of it name the same, so that the sealed name goes over unopened.
 */
export function receiptSubject(account: string, bankSerial: string, day: Day): string {
  return `receipt:${account}:${bankSerial}:${day}`;
}
