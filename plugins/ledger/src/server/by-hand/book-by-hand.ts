import type { Command, Queryable } from '@linggong/core';
import { adjustmentKind, handFault, isUndoneByHand, type Posting } from '../../domain';
import { post } from '../post';
import { alreadyReversed, businessEntry, notByHand } from '../problems';
import { reversalKeyOf, reverse } from '../reverse';
import { bookedEntry } from './entry-rows';

/**
 * Books what no business books (调账), on the instant of the command: no month that is over changes.
 * @throws Problem 422 `ledger.not-by-hand`, `ledger.unknown-account`; 409 `ledger.insufficient-funds`
 */
export async function adjust(
  tx: Queryable,
  command: Command,
  postings: readonly Posting[],
  reason: string,
): Promise<{ key: string }> {
  const fault = handFault(postings);
  if (fault) throw notByHand(fault);
  // One approval is one entry; the rehearsal before it has none yet and leaves nothing.
  const key = `${adjustmentKind}:${command.approvalId ?? command.traceId}`;
  await post(tx, command, [{ key, kind: adjustmentKind, occurredAt: command.at, memo: reason, postings }]);
  return { key };
}

/**
 * Undoes an entry that was booked by hand (冲销), by a linked one on the instant of the command.
 * @throws Problem 404; 409 `ledger.business-entry`, `ledger.already-reversed`, `ledger.reversal-of-reversal`, `ledger.insufficient-funds`
 */
export async function reverseByHand(
  tx: Queryable,
  command: Command,
  id: number,
  reason: string,
): Promise<{ key: string }> {
  const { key, kind, reversedBy } = await bookedEntry(tx, id);
  if (reversedBy !== null) throw alreadyReversed(key, reversedBy);
  if (kind !== 'reversal' && !isUndoneByHand(kind)) throw businessEntry(key, kind);
  await reverse(tx, command, [key], reason);
  return { key: reversalKeyOf(key) };
}
