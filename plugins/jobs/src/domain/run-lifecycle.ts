import type { Lifecycle } from '@linggong/core/domain';

/** States of a run (后台任务). */
export const jobStates = ['waiting', 'running', 'done', 'failed'] as const;

export type JobState = (typeof jobStates)[number];

export type JobAction = 'claim' | 'finish' | 'retry' | 'give-up' | 'recover' | 'repeat';

/**
 * The life of a run. `retry`: a try failed and another follows; `recover`: the process that worked on it died;
 * `repeat`: a person sends a failed run again.
 */
export const runLifecycle: Lifecycle<JobState, JobAction> = {
  name: { zh: '后台任务', en: 'job' },
  initial: 'waiting',
  states: jobStates,
  transitions: {
    claim: { from: ['waiting'], to: 'running', by: 'system' },
    finish: { from: ['running'], to: 'done', by: 'system' },
    retry: { from: ['running'], to: 'waiting', by: 'system' },
    'give-up': { from: ['running'], to: 'failed', by: 'system' },
    recover: { from: ['running'], to: 'waiting', by: 'system' },
    repeat: { from: ['failed'], to: 'waiting', by: ['operator', 'finance-officer', 'tax-officer', 'system-admin'] },
  },
};
