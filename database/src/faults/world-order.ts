import { createHash } from 'node:crypto';
import type { Person } from '../demo/synthetic/people';

/** What a world of faults is made of. */
export interface WorldOrder {
  readonly seed: number;
  readonly enterprises: number;
  /** Lines of a batch: so many people each enterprise has. */
  readonly lines: number;
}

/** An enterprise with money, people and accepted work. */
export interface PreparedEnterprise {
  readonly id: number;
  readonly taskNumber: string;
  readonly people: readonly Person[];
}

/** Password of an account of a world of faults. */
export const passwordOf = (identifier: string): string =>
  `Lg7-${createHash('sha256').update(identifier).digest('base64url')}`;

/** Secret of the second factor (base32) of an account of a world of faults. */
export const totpSecretOf = (identifier: string): string =>
  createHash('sha256')
    .update(`factor of ${identifier}`)
    .digest('hex')
    .slice(0, 32)
    .replace(/[0189]/g, 'Z')
    .toUpperCase();
