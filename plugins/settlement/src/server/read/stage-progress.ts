import type { z } from 'zod';
import { stages, stageTitles, type stageProgress, type Stage } from '../../api';
import type { BatchState } from '../../domain';

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

/** One bar for each stage; the one at work shows its own count. */
export function progressOf(batch: StoredStage): StageProgress[] {
  const current = stages.indexOf(batch.stage);
  return stages.map((stage, index) => {
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
