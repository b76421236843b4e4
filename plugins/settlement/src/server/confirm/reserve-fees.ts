import { addToMonth } from '@linggong/billing';
import type { Tx } from '@linggong/core';
import { monthOf, type Day, type Fen } from '@linggong/core/domain';
import type { BatchRow } from '../batch-rows';
import { StaleQuote } from './stale-quote';

interface QuotedMonth {
  readonly volumeFen: Fen | null;
  readonly feeFen: Fen | null;
}

/**
 * Adds the batch to the month by which fees go, and keeps that month locked: of two batches confirmed at once the second
 * finds what the first left, as if they had come one after the other.
 * @throws StaleQuote where the fees were quoted on another month than is found
 */
export async function reserveFees(tx: Tx, batch: BatchRow, day: Day): Promise<void> {
  const found = await addToMonth(tx, batch.enterpriseId, monthOf(day), {
    volumeFen: batch.amountFen ?? 0n,
    feeFen: batch.feeFen ?? 0n,
  });
  const quoted = await tx.one<QuotedMonth>(
    `SELECT month_volume_fen AS "volumeFen", month_fee_fen AS "feeFen" FROM settlement.batch_details WHERE batch_id = $1`,
    [batch.id],
  );
  if (quoted.volumeFen === null) return;
  if (quoted.volumeFen !== found.volumeFen || quoted.feeFen !== found.feeFen) throw new StaleQuote('fee-month');
}
