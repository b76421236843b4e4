import type { Role } from '@linggong/config/access';
import type { Lifecycle } from '@linggong/core/domain';

export const engagementStates = ['applied', 'engaged', 'delivered', 'accepted', 'settled', 'cancelled'] as const;
export type EngagementState = (typeof engagementStates)[number];

export const engagementActions = ['engage', 'deliver', 'accept', 'settle', 'reopen', 'cancel'] as const;
export type EngagementAction = (typeof engagementActions)[number];

/**
 * The life of an engagement (任务承揽), one worker's undertaking of one task. Only what the enterprise has accepted can be
 * paid; `settle` and `reopen` follow from payments and returned payments and are never pressed by a person.
 */
export const engagementLifecycle: Lifecycle<EngagementState, EngagementAction, Role> = {
  name: { zh: '任务承揽', en: 'Engagement' },
  initial: 'applied',
  states: engagementStates,
  transitions: {
    engage: { from: ['applied'], to: 'engaged', by: ['enterprise', 'operator'] },
    deliver: { from: ['engaged'], to: 'delivered', by: ['worker', 'enterprise', 'operator'] },
    accept: { from: ['delivered'], to: 'accepted', by: ['enterprise', 'operator'] },
    settle: { from: ['accepted'], to: 'settled', by: 'system' },
    reopen: { from: ['settled'], to: 'accepted', by: 'system' },
    cancel: { from: ['applied', 'engaged', 'delivered'], to: 'cancelled', by: ['enterprise', 'operator'] },
  },
};

/** Actions that people may ask for. */
export const engagementActionsByPeople = ['deliver', 'accept', 'cancel'] as const satisfies readonly EngagementAction[];
export type EngagementActionByPeople = (typeof engagementActionsByPeople)[number];
