import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import type { Fen } from '@linggong/core/domain';
import { nextState } from '../batch-rows';
import { addStep } from '../steps';
import { tellBatch } from '../tell-batch';
import type { SettlementTools } from '../tools';
import type { BatchState } from '../../domain';

/** Changes of a batch's counts by one chunk of answers. A returned order leaves `paid`. */
export interface Outcomes {
  readonly paid?: number;
  readonly paidFen?: Fen;
  readonly failed?: number;
  readonly returned?: number;
}

interface CountedBatch {
  readonly state: BatchState;
  readonly open: number;
  readonly booked: number;
  readonly total: number;
}

/** Counts outcomes, and completes the batch when the last open order was answered. The batch is locked by the caller. */
export async function addOutcomes(
  tools: SettlementTools,
  tx: Tx,
  command: Command,
  batchId: number,
  { paid = 0, paidFen = 0n, failed = 0, returned = 0 }: Outcomes,
): Promise<void> {
  const batch = await tx.one<CountedBatch>(
    `UPDATE public.settlement_batches
        SET paid_count = paid_count + $2, paid_fen = paid_fen + $3, failed_count = failed_count + $4,
            returned_count = returned_count + $5, stage = 'book',
            stage_done = paid_count + $2 + failed_count + $4 + returned_count + $5, stage_total = ready_count,
            version = version + 1, updated_at = $6::timestamptz
      WHERE id = $1
      RETURNING state, ready_count - paid_count - failed_count - returned_count AS open,
                paid_count + failed_count + returned_count AS booked, ready_count AS total`,
    [batchId, paid, paidFen, failed, returned, command.at],
  );
  if (batch.open > 0 || batch.state !== 'paying') return;
  const state = nextState(batch, 'complete');
  await tx.query('UPDATE public.settlement_batches SET state = $2, completed_at = $3::timestamptz WHERE id = $1', [
    batchId,
    state,
    command.at,
  ]);
  await addStep(tx, command, batchId, 'completed', { orders: batch.total });
  await record(tx, command, {
    action: 'settlement-batch.complete',
    subject: { kind: 'settlement-batch', id: batchId },
    before: { state: batch.state },
    after: { state },
    count: batch.total,
  });
  await tools.jobs.emit(
    tx,
    { type: 'settlement.batch.completed', key: `batch-${batchId}`, payload: { batchId } },
    command,
  );
  await tellBatch(tx, command, batchId, 'batch-completed');
}
