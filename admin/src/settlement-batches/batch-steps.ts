import type { BatchState } from '@linggong/settlement/api';

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

/** Index of the present step for the stepper; past the end when all is done, so that the last one carries its tick. */
export function stepIndex(state: BatchState): number {
  return state === 'completed' ? batchSteps.length : batchSteps.indexOf(stepOf(state));
}
