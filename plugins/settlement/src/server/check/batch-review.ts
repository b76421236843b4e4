import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { lockBatch, nextState } from '../batch-rows';
import { batchReviewNotAsked, quoteStale } from '../problems';
import { addStep } from '../steps';
import { decisionOf, isReviewed } from './batch-decision';
import { paymentsOf } from './payments-of';

/**
 * Lets a quoted batch go that risk wanted looked at as a whole (整批核实); `command.reason` says by what. It holds for exactly these payments and
 * the rows that hit: others are looked at again. What risk declined nobody lets go.
 * @throws Problem 404; 409 `illegal-transition`, `quote-stale`, `batch-review-not-asked`
 */
export async function acceptBatch(tx: Tx, command: Command, batchId: number, quoteVersion: number): Promise<void> {
  const batch = await lockBatch(tx, batchId);
  nextState(batch, 'confirm');
  if (batch.quoteVersion !== quoteVersion) throw quoteStale(batch.quoteVersion);
  const decision = await decisionOf(tx, batchId, quoteVersion);
  const isAsked = decision?.outcome === 'review' || decision?.outcome === 'hold';
  if (!isAsked || (await isReviewed(tx, batchId, decision))) throw batchReviewNotAsked();
  const { payments, amountFen, sha256 } = await paymentsOf(tx, batchId);
  if (sha256 !== decision.paymentsSha256) throw quoteStale(batch.quoteVersion);
  const { actor, at, reason } = command;
  await tx.query(
    `INSERT INTO settlement.batch_reviews (batch_id, quote_version, decision_id, payments_sha256, hits, payments, amount_fen, reason, reviewed_by,
       reviewed_name, reviewed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[batchId, quoteVersion, decision.decisionId, sha256, decision.hits, payments, amountFen],
      ...[reason ?? '', actor.accountId ?? null, actor.name, at],
    ],
  );
  await tx.query(
    `UPDATE settlement.batch_details SET blockers = jsonb_path_query_array(blockers, '$[*] ? (@.code != "batch-review")') WHERE batch_id = $1`,
    [batchId],
  );
  await addStep(tx, command, batchId, 'batch-reviewed', { orders: payments, amountFen: amountFen.toString() });
  await record(tx, command, {
    action: 'settlement-batch.review-batch',
    subject: { kind: 'settlement-batch', id: batchId },
    after: { quoteVersion, orders: payments, amountFen, sha256, decisionId: decision.decisionId.toString() },
    count: payments,
  });
}
