import { record } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import { entryFault, entryText, type LedgerEntry } from '../domain';
import { book, type Booked } from './book';
import { sha256Hex } from './literals';
import { badEntry, repeatedKey } from './problems';

/**
 * Books entries (记账), thousands at once, all or nothing with the caller's transaction. Call it once in a transaction:
 * locks are ordered within a call.
 * @throws Problem 422 `ledger.bad-entry`, `ledger.duplicate-key`, `ledger.unknown-account`
 * @throws Problem 409 `ledger.idempotency-conflict`, `ledger.insufficient-funds`, `ledger.hold-exceeded`, `ledger.hold-finished`
 */
export async function post(tx: Queryable, command: Command, entries: readonly LedgerEntry[]): Promise<Booked> {
  const seen = new Set<string>();
  for (const entry of entries) {
    const fault = entryFault(entry);
    if (fault) throw badEntry(entry.key, fault);
    if (seen.has(entry.key)) throw repeatedKey(entry.key);
    seen.add(entry.key);
  }
  const prepared = entries.map((entry) => ({ entry, inputSha256: sha256Hex(entryText(entry)) }));
  const booked = await book(tx, command, prepared);
  const [first] = entries;
  if (first && booked.booked > 0) {
    await record(tx, command, {
      action: 'ledger.post',
      subject: { kind: 'ledger-transaction', id: first.key },
      count: booked.booked,
      after: bookedState(entries, booked.repeated),
    });
  }
  return booked;
}

/** What of the entries is new in the books: kinds and the sum of their postings; the postings themselves never change. */
function bookedState(entries: readonly LedgerEntry[], repeated: readonly string[]): Record<string, string | bigint> {
  const known = new Set(repeated);
  const fresh = entries.filter(({ key }) => !known.has(key));
  const amountFen = fresh.reduce(
    (sum, { postings }) => sum + postings.reduce((fen, one) => fen + one.amountFen, 0n),
    0n,
  );
  return { booking: [...new Set(fresh.map(({ kind }) => kind))].sort().join(', '), amountFen };
}
