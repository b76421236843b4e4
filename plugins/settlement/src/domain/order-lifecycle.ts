import type { Lifecycle } from '@linggong/core/domain';

export const orderStates = ['confirmed', 'paying', 'paid', 'returned', 'failed', 'cancelled'] as const;
export type OrderState = (typeof orderStates)[number];
export type OrderAction = 'send' | 'succeed' | 'fail' | 'return' | 'recall' | 'cancel';

/**
 * The life of an order (订单). `paying` lasts until the bank says: an unknown outcome is neither paid nor failed. Paid is
 * not final: the bank may return the money (退汇) days later.
 */
export const orderLifecycle: Lifecycle<OrderState, OrderAction, never> = {
  name: { zh: '订单', en: 'order' },
  initial: 'confirmed',
  states: orderStates,
  transitions: {
    send: { from: ['confirmed'], to: 'paying', by: 'system' },
    succeed: { from: ['paying'], to: 'paid', by: 'system' },
    // From `confirmed` where worker, card or enterprise fell before the payment left.
    fail: { from: ['confirmed', 'paying'], to: 'failed', by: 'system' },
    return: { from: ['paid'], to: 'returned', by: 'system' },
    // A file that never left, taken back because the month it was taxed for has ended.
    recall: { from: ['paying'], to: 'confirmed', by: 'system' },
    cancel: { from: ['confirmed'], to: 'cancelled', by: 'system' },
  },
};

/** An order in one of these is still owed an answer; a batch with none of them is completed. */
export const openOrderStates: readonly OrderState[] = ['confirmed', 'paying'];
