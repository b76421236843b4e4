import type { Lifecycle } from '@linggong/core/domain';

/**
 * States of a finding (发现). `closed`: the next run no longer found it; `resolved`: a person said why it is settled; `recurring`: it was
 * found again after either.
 */
export const findingStates = ['open', 'acknowledged', 'resolved', 'recurring', 'closed'] as const;

export type FindingState = (typeof findingStates)[number];
export type FindingAction = 'acknowledge' | 'resolve' | 'recur' | 'close';

const owners = ['operator', 'finance-officer', 'tax-officer', 'system-admin', 'audit-admin', 'security-admin'] as const;

export const findingLifecycle: Lifecycle<FindingState, FindingAction> = {
  name: { zh: '审计发现', en: 'finding' },
  initial: 'open',
  states: findingStates,
  transitions: {
    acknowledge: { from: ['open', 'recurring'], to: 'acknowledged', by: owners },
    resolve: { from: ['open', 'acknowledged', 'recurring'], to: 'resolved', by: owners },
    recur: { from: ['resolved', 'closed'], to: 'recurring', by: 'system' },
    close: { from: ['open', 'acknowledged', 'recurring'], to: 'closed', by: 'system' },
  },
};
