import type { Role } from '@linggong/config/access';
import type { Lifecycle } from '@linggong/core/domain';

export const payoutStates = ['prepared', 'sent', 'settled', 'rejected', 'returned', 'cancelled'] as const;
export type PayoutState = (typeof payoutStates)[number];
export type PayoutAction = 'send' | 'settle' | 'reject' | 'return' | 'cancel';

/**
 * The life of a payout (付款指令). `sent` means: it may have reached the bank, and its outcome is unknown until the bank
 * says. `settled` is not final: the bank may return it a day later (退汇). A payout that was sent can never be cancelled.
 */
export const payoutLifecycle: Lifecycle<PayoutState, PayoutAction, Role> = {
  name: { zh: '付款指令', en: 'Payout' },
  initial: 'prepared',
  states: payoutStates,
  transitions: {
    send: { from: ['prepared'], to: 'sent', by: 'system' },
    settle: { from: ['sent'], to: 'settled', by: 'system' },
    reject: { from: ['sent'], to: 'rejected', by: 'system' },
    return: { from: ['settled'], to: 'returned', by: 'system' },
    cancel: { from: ['prepared'], to: 'cancelled', by: 'system' },
  },
};
