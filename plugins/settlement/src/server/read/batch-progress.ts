import type { Queryable } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import type { BatchProgress } from '../../api';
import { batchKind } from '../problems';
import { orderCountsOf } from './order-counts';
import { progressOf, type StoredStage } from './stage-progress';

interface Stored extends StoredStage {
  readonly quoteVersion: number;
  readonly readyCount: number;
  readonly blockedCount: number;
  readonly heldCount: number;
  readonly excludedCount: number;
  readonly confirmedAt: Date | null;
  readonly completedAt: Date | null;
}

/** How far a batch is: one row by its key, and the orders of the batch once there are any. @throws Problem 404 */
export async function batchProgressOf(db: Queryable, batchId: number): Promise<BatchProgress> {
  const batch = await db.maybeOne<Stored>(
    `SELECT state, stage, stage_done AS "stageDone", stage_total AS "stageTotal", line_count AS "lineCount",
            quote_version AS "quoteVersion", ready_count AS "readyCount", blocked_count AS "blockedCount",
            held_count AS "heldCount", excluded_count AS "excludedCount", confirmed_at AS "confirmedAt", completed_at AS "completedAt"
       FROM public.settlement_batches WHERE id = $1`,
    [batchId],
  );
  if (batch === undefined) throw notFound(batchKind);
  const { state, quoteVersion, lineCount: total, readyCount, blockedCount, heldCount, excludedCount } = batch;
  const orders = batch.confirmedAt === null ? null : await orderCountsOf(db, batchId);
  const placed = readyCount + blockedCount + heldCount + excludedCount;
  return {
    state,
    quoteVersion,
    counts: {
      total,
      ready: readyCount,
      blocked: blockedCount,
      held: heldCount,
      excluded: excludedCount,
      read: total - placed,
    },
    orders,
    stages: progressOf(batch, orders),
    completedAt: batch.completedAt?.toISOString() ?? null,
  };
}
