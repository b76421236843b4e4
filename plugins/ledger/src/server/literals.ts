import { createHash } from 'node:crypto';

/**
 * Array literal of numbers or ISO instants, for `$1::bigint[]`. They never need quotes, and the driver's quoting of
 * thousands of items costs more than booking them.
 */
export function plainArray(values: readonly (bigint | number | string)[]): string {
  return `{${values.join(',')}}`;
}

/** SHA-256 in hex; sent as text and stored as bytea by `decode(…, 'hex')`. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
