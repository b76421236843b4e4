import type { BatchDetail, BatchState } from '@linggong/settlement/api';

/** The six steps that people see; the states of the machine are finer. */
export const batchSteps = ['upload', 'check', 'preview', 'confirm', 'pay', 'done'] as const;
export type BatchStep = (typeof batchSteps)[number];

const stepOfState: Readonly<Record<BatchState, BatchStep>> = {
  uploaded: 'check',
  checking: 'check',
  quoted: 'preview',
  expired: 'preview',
  confirmed: 'confirm',
  released: 'pay',
  paying: 'pay',
  completed: 'done',
  cancelled: 'done',
};

export function stepOf(state: BatchState): BatchStep {
  return stepOfState[state];
}

/** A check of a batch that was quoted before: the preview stays in sight while some of its lines are examined again. */
export function isRecheck({ state, quote }: Pick<BatchDetail, 'state' | 'quote'>): boolean {
  return state === 'checking' && quote !== null;
}

/** The step whose screen is shown. */
export function screenOf(batch: Pick<BatchDetail, 'state' | 'quote'>): BatchStep {
  return isRecheck(batch) ? 'preview' : stepOf(batch.state);
}

/** Index of the present step for the stepper; past the end when all is done, so that the last one carries its tick. */
export function stepIndex(batch: Pick<BatchDetail, 'state' | 'quote'>): number {
  return batch.state === 'completed' ? batchSteps.length : batchSteps.indexOf(screenOf(batch));
}
