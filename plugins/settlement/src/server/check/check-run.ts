import type { Queryable, Tx } from '@linggong/core';
import type { Day } from '@linggong/core/domain';
import type { Stage } from '../../api';

/** One examination of a batch. `checkNo` is its fence: a newer check of the same batch makes this one stop. */
export interface CheckRun {
  readonly batchId: number;
  readonly enterpriseId: number;
  readonly checkNo: number;
  /** The Shanghai day the payment is examined, and its tax computed, for. */
  readonly day: Day;
}

/** A newer check, a cancellation or a confirmation took the batch: this check ends without a word. */
export class CheckSuperseded extends Error {
  constructor(batchId: number) {
    super(`the check of batch ${batchId} was superseded`);
    this.name = 'CheckSuperseded';
  }
}

/** Holds the batch for one stage. @throws CheckSuperseded */
export async function holdFence(tx: Tx, { batchId, checkNo }: CheckRun): Promise<void> {
  const row = await tx.maybeOne<{ state: string }>(
    `SELECT b.state FROM settlement.batch_details d JOIN public.settlement_batches b ON b.id = d.batch_id
      WHERE d.batch_id = $1 AND d.check_no = $2 FOR UPDATE OF d`,
    [batchId, checkNo],
  );
  if (row?.state !== 'checking') throw new CheckSuperseded(batchId);
}

/** Says how far the check is; what the console's bars show. */
export async function showStage(
  db: Queryable,
  batchId: number,
  stage: Stage,
  done: number,
  total: number,
): Promise<void> {
  await db.query('UPDATE public.settlement_batches SET stage = $2, stage_done = $3, stage_total = $4 WHERE id = $1', [
    batchId,
    stage,
    done,
    total,
  ]);
}
