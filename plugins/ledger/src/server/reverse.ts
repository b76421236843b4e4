import { record } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import { reversedPostings, type AccountCode, type LedgerEntry, type Posting } from '../domain';
import { book, type Booked } from './book';
import { sha256Hex } from './literals';
import { reversalOfReversal, unknownTransactions } from './problems';
import type { PreparedEntry } from './transaction-rows';

interface OriginalRow {
  key: string;
  kind: string;
  reference: string | null;
  sources: AccountCode[];
  destinations: AccountCode[];
  amounts: bigint[];
}

/**
 * Undoes transactions by new, linked ones with the postings turned round (冲销), each once only. The same call again
 * changes nothing; another reason for a key already reversed is a conflict. Holds are not reopened.
 * @param occurredAt event time of the reversals, of all or of each by its original's key; the command's time where it is
 * not said
 * @throws Problem 404 `ledger.unknown-transaction`, 409 `ledger.reversal-of-reversal`, `ledger.idempotency-conflict`,
 * `ledger.insufficient-funds` (the money was spent meanwhile), 422 `ledger.reason-missing`
 */
export async function reverse(
  tx: Queryable,
  command: Command,
  keys: readonly string[],
  reason: string,
  occurredAt: Date | ReadonlyMap<string, Date> = command.at,
): Promise<Booked> {
  if (reason.trim() === '') {
    throw problem(422, 'ledger.reason-missing', { zh: '冲销必须说明理由', en: 'A reversal needs a reason' });
  }
  const originals = await originalsOf(tx, [...new Set(keys)]);
  const timeOf = (key: string): Date => (occurredAt instanceof Date ? occurredAt : (occurredAt.get(key) ?? command.at));
  const prepared = originals.map((original) => reversalOf(original, reason, timeOf(original.key)));
  const booked = await book(tx, command, prepared);
  await linkReversals(tx, prepared, new Set(booked.repeated), reason);
  if (booked.booked > 0) {
    await record(tx, command, {
      action: 'ledger.reverse',
      subject: { kind: 'ledger-transaction', id: originals[0]?.key ?? '' },
      ids: originals.map(({ key }) => key),
      count: booked.booked,
      before: { booking: 'booked' },
      after: { booking: 'reversed', amountFen: sumOf(prepared, booked.repeated) },
      reason,
    });
  }
  return booked;
}

/** What the new reversals move. */
function sumOf(prepared: readonly PreparedEntry[], repeated: readonly string[]): bigint {
  const known = new Set(repeated);
  return prepared
    .filter(({ entry }) => !known.has(entry.key))
    .reduce((sum, { entry }) => sum + entry.postings.reduce((fen, one) => fen + one.amountFen, 0n), 0n);
}

/** Key of the transaction that reverses another. */
export function reversalKeyOf(key: string): string {
  return `reversal:${key}`;
}

async function originalsOf(tx: Queryable, keys: readonly string[]): Promise<OriginalRow[]> {
  const rows = await tx.query<OriginalRow>(
    `SELECT t.key, t.kind, t.reference, array_agg(s.code ORDER BY p.line) AS sources,
            array_agg(d.code ORDER BY p.line) AS destinations, array_agg(p.amount_fen ORDER BY p.line) AS amounts
       FROM ledger.transaction_keys k
       JOIN ledger.transactions t ON t.id = k.transaction_id AND t.occurred_at = k.occurred_at
       JOIN ledger.postings p ON p.transaction_id = k.transaction_id AND p.occurred_at = k.occurred_at
       JOIN ledger.accounts s ON s.id = p.source_id
       JOIN ledger.accounts d ON d.id = p.destination_id
      WHERE k.key = ANY ($1::text[]) GROUP BY t.id, t.key, t.kind, t.reference ORDER BY t.id`,
    [keys],
  );
  const found = new Set(rows.map(({ key }) => key));
  const missing = keys.filter((key) => !found.has(key));
  if (missing.length > 0) throw unknownTransactions(missing);
  const reversals = rows.filter(({ kind }) => kind === 'reversal');
  if (reversals.length > 0) throw reversalOfReversal(reversals.map(({ key }) => key));
  return rows;
}

function postingsOf({ sources, destinations, amounts }: OriginalRow): Posting[] {
  return amounts.map((amountFen, index) => {
    const source = sources[index];
    const destination = destinations[index];
    if (source === undefined || destination === undefined) throw new Error('columns of a transaction differ in length');
    return { source, destination, amountFen };
  });
}

function reversalOf(original: OriginalRow, reason: string, occurredAt: Date): PreparedEntry {
  const key = reversalKeyOf(original.key);
  const entry: LedgerEntry = {
    key,
    kind: 'reversal',
    occurredAt,
    memo: reason,
    postings: reversedPostings(postingsOf(original)),
    ...(original.reference === null ? {} : { reference: original.reference }),
  };
  // The event time stays out of the hash: a retry a minute later is the same reversal.
  return { entry, reversesKey: original.key, inputSha256: sha256Hex(JSON.stringify([key, 'reversal', reason])) };
}

async function linkReversals(
  tx: Queryable,
  prepared: readonly PreparedEntry[],
  repeated: ReadonlySet<string>,
  reason: string,
): Promise<void> {
  const fresh = prepared.filter(({ entry }) => !repeated.has(entry.key));
  if (fresh.length === 0) return;
  await tx.query(
    `INSERT INTO ledger.reversals (original_key, reversal_key, reason)
     SELECT original, reversal, $3 FROM unnest($1::text[], $2::text[]) AS link (original, reversal)`,
    [fresh.map(({ reversesKey }) => reversesKey ?? ''), fresh.map(({ entry }) => entry.key), reason],
  );
}
