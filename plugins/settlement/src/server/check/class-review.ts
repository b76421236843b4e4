import { record } from '@linggong/audit';
import type { Command, Queryable, Tx } from '@linggong/core';
import { standingOf, type ClassStanding } from '@linggong/risk';
import { lockBatch, nextState } from '../batch-rows';
import { classReviewNotAsked, quoteStale } from '../problems';
import { addStep } from '../steps';
import { paymentsOf } from './payments-of';

/**
 * True where the class of an enterprise has every payment looked at by a person (逐笔审核, R6.2), and nobody did it for the payments of this batch as
 * they stand: a hundred thousand of them are one question. Edited, added or left out, they are looked at again.
 */
export async function awaitsClassReview(
  db: Queryable,
  batchId: number,
  policy: Pick<ClassStanding['policy'], 'reviewDepth'> | undefined,
): Promise<boolean> {
  if (policy?.reviewDepth !== 'full') return false;
  const { payments, sha256 } = await paymentsOf(db, batchId);
  if (payments === 0) return false;
  const reviewed = await db.maybeOne(
    'SELECT 1 FROM settlement.class_reviews WHERE batch_id = $1 AND payments_sha256 = $2',
    [batchId, sha256],
  );
  return reviewed === undefined;
}

/**
 * Takes the payments of a quoted batch after a person looked at them (审核通过); `command.reason` says by what. Only then the enterprise may confirm.
 * @throws Problem 404; 409 `illegal-transition`, `quote-stale`, `class-review-not-asked`
 */
export async function acceptByClass(tx: Tx, command: Command, batchId: number, quoteVersion: number): Promise<void> {
  const batch = await lockBatch(tx, batchId);
  nextState(batch, 'confirm');
  if (batch.quoteVersion !== quoteVersion) throw quoteStale(batch.quoteVersion);
  const standing = await standingOf(tx, batch.enterpriseId);
  if (!standing || !(await awaitsClassReview(tx, batchId, standing.policy))) throw classReviewNotAsked();
  const { payments, amountFen, sha256 } = await paymentsOf(tx, batchId);
  const { actor, at, reason } = command;
  await tx.query(
    `INSERT INTO settlement.class_reviews (batch_id, quote_version, payments_sha256, payments, amount_fen, class, rating_id, reason, reviewed_by,
       reviewed_name, reviewed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[batchId, quoteVersion, sha256, payments, amountFen, standing.class, standing.ratingId],
      ...[reason ?? '', actor.accountId ?? null, actor.name, at],
    ],
  );
  await tx.query(
    `UPDATE settlement.batch_details SET blockers = jsonb_path_query_array(blockers, '$[*] ? (@.code != "class-review")') WHERE batch_id = $1`,
    [batchId],
  );
  await addStep(tx, command, batchId, 'class-reviewed', { orders: payments, amountFen: amountFen.toString() });
  await record(tx, command, {
    action: 'settlement-batch.review-class',
    subject: { kind: 'settlement-batch', id: batchId },
    after: { quoteVersion, orders: payments, amountFen, sha256, class: standing.class },
    count: payments,
  });
}
