import type { Command, Queryable } from '@linggong/core';
import type { AuditEntry } from '../../domain';
import { Reading } from '../../domain/reading';
import type { CoveredRead, ReadKind, ReadPurpose } from '../../domain/sensitive-read';
import { record } from '../record';

/** A read of clear sensitive data (敏感信息明文读取), told before it is done. */
export interface SensitiveRead {
  readonly purpose: ReadPurpose;
  readonly kinds: readonly ReadKind[];
  /** Whose values, where they are of one; else the set: a batch, a file of payments. */
  readonly subject: AuditEntry['subject'];
  /** Of sets: whose values. Number and hash are kept; without members nothing is recorded, and nothing opens. */
  readonly ids?: readonly (number | bigint | string)[];
}

/**
 * Writes the entry `sensitive.read`, one for a call or a set however many values it opens, and gives the leave to open them. It goes
 * with the caller's transaction: where somebody is shown the value, commit before it is opened.
 */
export async function recordRead(tx: Queryable, command: Command, read: SensitiveRead): Promise<Reading> {
  const { purpose, kinds, subject, ids } = read;
  if (ids?.length === 0) return new Reading([]);
  const after = { purpose, kinds: [...new Set(kinds)].sort() };
  await record(tx, command, { action: 'sensitive.read', subject, after, ...(ids && { ids }) });
  return new Reading(kinds);
}

/** For reads that the caller's own entry tells of: `coveredReads` says which, and why that is enough. */
export function coveredRead(_by: CoveredRead, kinds: readonly ReadKind[]): Reading {
  return new Reading(kinds);
}
