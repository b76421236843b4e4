/** What a legal hold (保全) may be set on. */
export const holdSubjects = ['worker', 'enterprise', 'settlement-batch', 'contract', 'bank-file'] as const;
export type HoldSubject = (typeof holdSubjects)[number];

export const holdStates = ['standing', 'ended'] as const;

/** How a run of the retention schedule came out. */
export const runStates = ['running', 'done', 'failed'] as const;
