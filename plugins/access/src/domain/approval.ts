import type { Lifecycle } from '@linggong/core/domain';

/** States of a request that waits for a second person (审批). */
export const approvalStates = [
  'pending',
  'approved',
  'executing',
  'executed',
  'rejected',
  'withdrawn',
  'expired',
  'failed',
] as const;

export type ApprovalState = (typeof approvalStates)[number];
export type ApprovalAction =
  'approve' | 'decide-natively' | 'reject' | 'withdraw' | 'expire' | 'outdate' | 'take' | 'redeem' | 'execute' | 'fail';

/** What a second person says. */
export type Verdict = 'approve' | 'reject';

interface AboutAccount {
  readonly resource: string;
  readonly action: string;
  readonly subjectId: string;
}

/**
 * The account that gains by a request (获益账号): a role, a way back in. An opening names a word and no account yet, even where that word
 * is a number.
 */
export function gainingAccount({ resource, action, subjectId }: AboutAccount): number | undefined {
  return resource === 'account' && action !== 'create' ? Number(subjectId) : undefined;
}

/** The life of a request. The database's functions move the rows; this is the table that they are held against. */
export const approvalLifecycle: Lifecycle<ApprovalState, ApprovalAction> = {
  name: { zh: '审批', en: 'An approval' },
  initial: 'pending',
  states: approvalStates,
  transitions: {
    approve: { from: ['pending'], to: 'approved', by: [] },
    // Where the business decides by an operation of its own, decision and effect are one commit.
    'decide-natively': { from: ['pending'], to: 'executed', by: [] },
    reject: { from: ['pending'], to: 'rejected', by: [] },
    // What its maker has to redeem himself is given back, too late or out of date after it was approved as well.
    withdraw: { from: ['pending', 'approved'], to: 'withdrawn', by: [] },
    expire: { from: ['pending', 'approved'], to: 'expired', by: 'system' },
    outdate: { from: ['pending', 'approved'], to: 'failed', by: 'system' },
    redeem: { from: ['approved'], to: 'executed', by: [] },
    // A hand that was lost is replaced, so an attempt may follow an attempt.
    take: { from: ['approved', 'executing'], to: 'executing', by: 'system' },
    execute: { from: ['executing'], to: 'executed', by: 'system' },
    fail: { from: ['executing'], to: 'failed', by: 'system' },
  },
};
