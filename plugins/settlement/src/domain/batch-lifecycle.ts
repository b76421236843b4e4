import type { Lifecycle } from '@linggong/core/domain';

export const batchStates = [
  'uploaded',
  'checking',
  'quoted',
  'confirmed',
  'released',
  'paying',
  'completed',
  'cancelled',
  'expired',
] as const;
export type BatchState = (typeof batchStates)[number];
export type BatchAction = 'check' | 'quote' | 'expire' | 'confirm' | 'release' | 'pay' | 'complete' | 'cancel';
type BatchRole = 'operator' | 'enterprise' | 'finance-approver';

/**
 * The life of a settlement batch (结算批次). Checking again is allowed until somebody confirmed; after the first payment
 * nothing is cancelled any more, only returned. A kill during `checking` leaves it there, and the job goes on.
 */
export const batchLifecycle: Lifecycle<BatchState, BatchAction, BatchRole> = {
  name: { zh: '结算批次', en: 'settlement batch' },
  initial: 'uploaded',
  states: batchStates,
  transitions: {
    check: { from: ['uploaded', 'checking', 'quoted', 'expired'], to: 'checking', by: ['operator', 'enterprise'] },
    quote: { from: ['checking'], to: 'quoted', by: 'system' },
    expire: { from: ['quoted'], to: 'expired', by: 'system' },
    confirm: { from: ['quoted'], to: 'confirmed', by: ['enterprise'] },
    release: { from: ['confirmed'], to: 'released', by: ['finance-approver'] },
    pay: { from: ['released', 'paying'], to: 'paying', by: 'system' },
    complete: { from: ['paying'], to: 'completed', by: 'system' },
    cancel: {
      from: ['uploaded', 'checking', 'quoted', 'expired', 'confirmed'],
      to: 'cancelled',
      by: ['operator', 'enterprise', 'finance-approver'],
    },
  },
};
