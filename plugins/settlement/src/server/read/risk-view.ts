import { reachOf, type Role } from '@linggong/config/access';
import type { Queryable } from '@linggong/core';
import type { Text2 } from '@linggong/core/domain';
import type { BatchDetail } from '../../api';

interface Row {
  readonly decisionId: bigint;
  readonly outcome: 'approve' | 'review' | 'hold' | 'decline';
  readonly score: number;
  readonly reasons: readonly Text2[];
  readonly decidedAt: Date;
  readonly reviewedAt: Date | null;
  readonly reviewedName: string | null;
  readonly reviewReason: string | null;
}

/** The decision about the quote in force, and who let these very payments go, knowing the rows that hit. */
const ROW = `SELECT d.decision_id AS "decisionId", d.outcome, d.score, d.reasons, d.decided_at AS "decidedAt", r.reviewed_at AS "reviewedAt",
    r.reviewed_name AS "reviewedName", r.reason AS "reviewReason"
  FROM settlement.batch_decisions d
  LEFT JOIN LATERAL (SELECT reviewed_at, reviewed_name, reason FROM settlement.batch_reviews r
     WHERE r.batch_id = d.batch_id AND r.payments_sha256 = d.payments_sha256 AND r.hits @> d.hits ORDER BY r.id LIMIT 1) r ON true
 WHERE d.batch_id = $1 AND d.quote_version = $2`;

/**
 * What risk decided about a batch as a whole, in words (R6.3), for whoever reads risk decisions. Nobody else is told the rules: the enterprise
 * learns that the batch is looked at, and no more.
 */
export async function riskOnBatch(
  db: Queryable,
  batchId: number,
  quoteVersion: number,
  role: Role,
): Promise<BatchDetail['risk']> {
  if (quoteVersion === 0 || reachOf(role, 'risk-decision', 'read') !== 'all') return null;
  const row = await db.maybeOne<Row>(ROW, [batchId, quoteVersion]);
  if (row === undefined) return null;
  const { decisionId, outcome, score, reasons, decidedAt, reviewedAt, reviewedName, reviewReason } = row;
  return {
    decisionId: decisionId.toString(),
    outcome,
    score,
    reasons: reasons.map(({ zh, en }) => ({ zh, en })),
    decidedAt: decidedAt.toISOString(),
    review:
      reviewedAt === null
        ? null
        : { at: reviewedAt.toISOString(), actor: reviewedName ?? '–', reason: reviewReason ?? '' },
  };
}
