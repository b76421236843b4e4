import type { Lifecycle } from '@linggong/core/domain';

/** `in-hand`: somebody works on it; `waiting`: for an answer from outside, the clock runs on. */
export const caseStates = ['open', 'in-hand', 'waiting', 'closed'] as const;
export type CaseState = (typeof caseStates)[number];

export const caseActions = ['take', 'put-back', 'wait', 'resume', 'close', 'reopen'] as const;
export type CaseAction = (typeof caseActions)[number];

/**
 * The life of a risk case (风险案件). The same table stands in `risk.case_moves()`; a test compares the two. A closed case is opened
 * again by its own step, so that what was once decided stays readable.
 */
export const caseLifecycle: Lifecycle<CaseState, CaseAction> = {
  name: { zh: '风险案件', en: 'Risk case' },
  initial: 'open',
  states: caseStates,
  transitions: {
    // 接手: from the queue, or from a colleague.
    take: { from: ['open', 'in-hand', 'waiting'], to: 'in-hand', by: ['risk-officer'] },
    'put-back': { from: ['in-hand'], to: 'open', by: ['risk-officer'] },
    wait: { from: ['in-hand'], to: 'waiting', by: ['risk-officer'] },
    resume: { from: ['waiting'], to: 'in-hand', by: ['risk-officer'] },
    close: { from: ['in-hand', 'waiting'], to: 'closed', by: ['risk-officer'] },
    reopen: { from: ['closed'], to: 'in-hand', by: ['risk-officer'] },
  },
};

/** What came out of it: feeds the hits and false alarms of the rule that opened it. */
export const caseOutcomes = ['confirmed', 'false-alarm', 'unclear'] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];

/** From the least to the most. */
export const severities = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** Where a case comes from (来源). */
export const caseSources = [
  'decision',
  'check',
  'finding',
  'real-name',
  'settlement',
  'inspection',
  'material',
  'complaint',
  'person',
] as const;
export type CaseSource = (typeof caseSources)[number];

export const caseSubjects = [
  'worker',
  'enterprise',
  'task',
  'order',
  'settlement-batch',
  'finding',
  'material',
  'platform',
] as const;
export type CaseSubject = (typeof caseSubjects)[number];

/** The graver of two. */
export function graver(one: Severity, other: Severity): Severity {
  return severities.indexOf(one) >= severities.indexOf(other) ? one : other;
}
