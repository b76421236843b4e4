const SERIAL_DIGITS = 8;

/**
 * Number of a client's sub-account (多级账簿, 子账簿) under the platform's settlement account: the bank gives the prefix, the
 * platform counts on under it. The bank's own number is used instead where it opens sub-accounts one by one.
 */
export function subAccountNumber(prefix: string, serial: bigint | number): string {
  return prefix + serial.toString().padStart(SERIAL_DIGITS, '0');
}
