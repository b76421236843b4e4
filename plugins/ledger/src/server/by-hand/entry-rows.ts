import type { Queryable } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import type { AccountCode, Posting } from '../../domain';

/** An entry of the books as who corrects it is shown it. */
export interface BookedEntry {
  readonly key: string;
  readonly kind: string;
  readonly reference: string | null;
  readonly occurredAt: Date;
  /** Key of the entry that reverses it. */
  readonly reversedBy: string | null;
  readonly postings: readonly Posting[];
}

interface EntryRow extends Omit<BookedEntry, 'postings'> {
  readonly sources: readonly AccountCode[];
  readonly destinations: readonly AccountCode[];
  readonly amounts: readonly bigint[];
}

/** @throws Problem 404 */
export async function bookedEntry(db: Queryable, id: number): Promise<BookedEntry> {
  const row = await db.maybeOne<EntryRow>(
    `SELECT t.key, t.kind, t.reference, t.occurred_at AS "occurredAt", r.reversal_key AS "reversedBy",
            array_agg(s.code ORDER BY p.line) AS sources, array_agg(d.code ORDER BY p.line) AS destinations,
            array_agg(p.amount_fen ORDER BY p.line) AS amounts
       FROM ledger.transactions t
       JOIN ledger.postings p ON p.transaction_id = t.id AND p.occurred_at = t.occurred_at
       JOIN ledger.accounts s ON s.id = p.source_id JOIN ledger.accounts d ON d.id = p.destination_id
       LEFT JOIN ledger.reversals r ON r.original_key = t.key
      WHERE t.id = $1 GROUP BY t.key, t.kind, t.reference, t.occurred_at, r.reversal_key`,
    [id],
  );
  if (!row) throw notFound({ zh: '记账凭证', en: 'ledger entry' });
  const { sources, destinations, amounts, ...entry } = row;
  const postings = amounts.map((amountFen, line) => ({
    // The three columns are aggregated over the same rows.
    source: sources[line] as AccountCode,
    destination: destinations[line] as AccountCode,
    amountFen,
  }));
  return { ...entry, postings };
}
