import type { Lifecycle } from '@linggong/core/domain';

/** What a person may ask of his own data (PIPL art. 44–50): a copy, a correction, deletion, explanation, the taking back of a consent. */
export const requestKinds = ['copy', 'correction', 'deletion', 'explanation', 'withdrawal'] as const;
export type RequestKind = (typeof requestKinds)[number];

export const requestStates = ['received', 'working', 'answered', 'refused'] as const;
export type RequestState = (typeof requestStates)[number];
export type RequestAction = 'start' | 'answer' | 'refuse';

/** Days until a request must be answered; stricter than the 30 of GB/T 35273-2020 8.7. */
export const REQUEST_DAYS = 15;
/** The last day of a request whose time was extended, once, with a reason that is told. */
export const EXTENDED_DAYS = 30;
/** Days before the due day from which on a request is reminded of. */
export const REMIND_DAYS = 3;

export const requestLifecycle: Lifecycle<RequestState, RequestAction, 'customer-service'> = {
  name: { zh: '个人信息请求', en: 'Data request' },
  initial: 'received',
  states: requestStates,
  transitions: {
    start: { from: ['received'], to: 'working', by: ['customer-service'] },
    answer: { from: ['received', 'working'], to: 'answered', by: ['customer-service'] },
    refuse: { from: ['received', 'working'], to: 'refused', by: ['customer-service'] },
  },
};
