import type { Command, Queryable, Tx } from '@linggong/core';
import type { Text2 } from '@linggong/core/domain';
import { batchTableKey, decideBatch, ratingOf } from '@linggong/risk';
import type { BatchFigures } from '../quote/batch-figures';
import { batchBlocked } from '../problems';
import type { SettlementTools } from '../tools';
import { StaleQuote } from '../confirm/stale-quote';
import type { BatchBlocker } from './batch-blockers';
import { batchFacts } from './batch-facts';
import type { CheckRun } from './check-run';
import { paymentsOf } from './payments-of';
import { keepRules, rulesOf } from './risk-rules';

/** What risk decided about the payments of one quote. */
export interface BatchDecision {
  readonly decisionId: bigint;
  readonly versionId: number;
  readonly outcome: 'approve' | 'review' | 'hold' | 'decline';
  readonly score: number;
  readonly hits: readonly string[];
  readonly reasons: readonly Text2[];
  /** Null where they are approved. */
  readonly paymentsSha256: string | null;
  readonly decidedAt: Date;
}

export function decisionOf(db: Queryable, batchId: number, quoteVersion: number): Promise<BatchDecision | undefined> {
  return db.maybeOne<BatchDecision>(
    `SELECT decision_id AS "decisionId", version_id::int AS "versionId", outcome, score, hits, reasons, payments_sha256 AS "paymentsSha256",
            decided_at AS "decidedAt"
       FROM settlement.batch_decisions WHERE batch_id = $1 AND quote_version = $2`,
    [batchId, quoteVersion],
  );
}

/**
 * Decides a batch as a whole with its quote (商户批次, 事中, R6.2, R6.3), by the version of the table that it was decided by first, and keeps the
 * decision with the version of the quote. Where nothing is payable nothing is decided.
 * @returns what stops the batch: a look by risk, or that it is declined
 * @throws Problem 503 `configuration-missing`, `table-not-decided`
 */
export async function decideWhole(
  { jobs }: Pick<SettlementTools, 'jobs'>,
  tx: Tx,
  command: Command,
  run: CheckRun,
  figures: BatchFigures,
  quoteVersion: number,
): Promise<BatchBlocker[]> {
  if (figures.ready === 0) return [];
  const { batchId } = run;
  const policy = await rulesOf(tx, batchId, batchTableKey);
  const standing = (await ratingOf(tx, run.enterpriseId)) ?? 'unrated';
  const facts = await batchFacts(tx, run, figures, command.at, standing);
  const verdict = await decideBatch(tx, jobs, command, { ...run, policy, facts });
  await keepRules(tx, batchId, policy, command.at);
  const sha256 = verdict.outcome === 'approve' ? null : (await paymentsOf(tx, batchId)).sha256;
  await tx.query(
    `INSERT INTO settlement.batch_decisions (batch_id, quote_version, decision_id, version_id, outcome, score, hits, reasons, payments_sha256,
       decided_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10)`,
    [
      ...[batchId, quoteVersion, verdict.decisionId, policy.versionId, verdict.outcome, verdict.score],
      ...[verdict.hits, JSON.stringify(verdict.reasons), sha256, command.at],
    ],
  );
  if (verdict.outcome === 'approve') return [];
  if (verdict.outcome === 'decline') return [{ code: 'batch-declined', params: { orders: figures.ready } }];
  const isLifted = await isReviewed(tx, batchId, { hits: verdict.hits, paymentsSha256: sha256 });
  return isLifted ? [] : [{ code: 'batch-review', params: { orders: figures.ready } }];
}

/** Whether somebody let exactly these payments go, knowing all of the rows that hit. */
export async function isReviewed(
  db: Queryable,
  batchId: number,
  { hits, paymentsSha256 }: Pick<BatchDecision, 'hits' | 'paymentsSha256'>,
): Promise<boolean> {
  const found = await db.maybeOne(
    'SELECT 1 FROM settlement.batch_reviews WHERE batch_id = $1 AND payments_sha256 = $2 AND hits @> $3::text[] LIMIT 1',
    [batchId, paymentsSha256, hits],
  );
  return found !== undefined;
}

/**
 * What risk said of the payments that are confirmed (R6.3): no quote is bound without. The version of a quote stands for its payments, so an
 * approval costs one lookup; what was let go is compared once more with the very lines.
 * @throws StaleQuote where the quote was made without a decision, or its payments are others; Problem 409 `batch-blocked`
 */
export async function demandDecision(db: Queryable, batchId: number, quoteVersion: number): Promise<void> {
  const decision = await decisionOf(db, batchId, quoteVersion);
  // Where nothing is payable nothing was decided, and nothing will be bound.
  if (decision === undefined && !(await hasPayments(db, batchId))) return;
  if (decision === undefined) throw new StaleQuote('batch-decision');
  if (decision.outcome === 'approve') return;
  if (decision.outcome === 'decline') throw batchBlocked(['batch-declined']);
  if ((await paymentsOf(db, batchId)).sha256 !== decision.paymentsSha256) throw new StaleQuote('batch-decision');
  if (!(await isReviewed(db, batchId, decision))) throw batchBlocked(['batch-review']);
}

const hasPayments = async (db: Queryable, batchId: number): Promise<boolean> =>
  (await db.maybeOne(`SELECT 1 FROM settlement.lines WHERE batch_id = $1 AND state = 'ready' LIMIT 1`, [batchId])) !==
  undefined;
