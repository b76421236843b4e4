import type { z } from 'zod';
import { stages, stageTitles, type stageProgress, type Stage } from '../../api';
import type { BatchState, OrderState } from '../../domain';

export type StageProgress = z.output<typeof stageProgress>;

const checkStages: readonly Stage[] = ['read', 'match', 'contracts', 'limits', 'risk', 'tax'];

/** States after which the stages of the check are over. */
const checked: readonly BatchState[] = ['quoted', 'confirmed', 'released', 'paying', 'completed', 'expired'];

export interface StoredStage {
  readonly state: BatchState;
  readonly stage: Stage;
  readonly stageDone: number;
  readonly stageTotal: number;
  readonly lineCount: number;
}

type Count = Pick<StageProgress, 'done' | 'total'>;
type OrderCounts = Readonly<Record<OrderState, { readonly count: number }>>;

/** Sending and booking overlap: while a batch is paid both are counted by where its orders stand. */
function paidSoFar(orders: OrderCounts): Partial<Record<Stage, Count>> {
  const total = Object.values(orders).reduce((sum, { count }) => sum + count, 0);
  const sent = total - orders.confirmed.count;
  return { pay: { done: sent, total }, book: { done: sent - orders.paying.count, total } };
}

/**
 * One bar for each stage; the one at work shows its own count.
 * @param orders of the batch by state, once there are any
 */
export function progressOf(batch: StoredStage, orders: OrderCounts | null): StageProgress[] {
  const current = stages.indexOf(batch.stage);
  const counted = batch.state === 'paying' && orders !== null ? paidSoFar(orders) : {};
  return stages.map((stage, index) => {
    const own = counted[stage];
    if (own !== undefined) {
      return { stage, title: stageTitles[stage], state: own.done < own.total ? 'running' : 'done', ...own };
    }
    const isPast = index < current || (checkStages.includes(stage) && checked.includes(batch.state));
    const isOver = isPast || batch.state === 'completed';
    const isRunning = !isOver && index === current && batch.state !== 'cancelled';
    return {
      stage,
      title: stageTitles[stage],
      state: isOver ? 'done' : isRunning ? 'running' : 'waiting',
      done: isOver ? batch.lineCount : isRunning ? batch.stageDone : 0,
      total: isRunning ? batch.stageTotal : batch.lineCount,
    };
  });
}
