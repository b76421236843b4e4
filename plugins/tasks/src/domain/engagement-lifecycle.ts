import type { Role } from '@linggong/config/access';
import type { Lifecycle } from '@linggong/core/domain';

export const engagementStates = [
  'applied',
  'engaged',
  'delivered',
  'accepted',
  'settled',
  'cancelled',
  'declined',
  'withdrawn',
] as const;
export type EngagementState = (typeof engagementStates)[number];

export const engagementActions = [
  'engage',
  'decline',
  'withdraw',
  'deliver',
  'accept',
  'settle',
  'reopen',
  'cancel',
] as const;
export type EngagementAction = (typeof engagementActions)[number];

/**
 * The life of an engagement (任务承揽), one worker's undertaking of one task. It begins as his application (报名), which takes no
 * place and no budget until the enterprise takes him on, or as engaged where he is known. Only what the enterprise has accepted can be
 * paid; `settle` and `reopen` follow from payments and returned payments and are never pressed by a person.
 */
export const engagementLifecycle: Lifecycle<EngagementState, EngagementAction, Role> = {
  name: { zh: '任务承揽', en: 'Engagement' },
  initial: 'applied',
  states: engagementStates,
  transitions: {
    engage: { from: ['applied'], to: 'engaged', by: ['enterprise', 'operator'] },
    decline: { from: ['applied'], to: 'declined', by: ['enterprise', 'operator'] },
    withdraw: { from: ['applied'], to: 'withdrawn', by: ['worker'] },
    deliver: { from: ['engaged'], to: 'delivered', by: ['worker', 'enterprise', 'operator'] },
    accept: { from: ['delivered'], to: 'accepted', by: ['enterprise', 'operator'] },
    settle: { from: ['accepted'], to: 'settled', by: 'system' },
    reopen: { from: ['settled'], to: 'accepted', by: 'system' },
    cancel: { from: ['engaged', 'delivered'], to: 'cancelled', by: ['enterprise', 'operator'] },
  },
};

/** Actions that people may ask for. */
export const engagementActionsByPeople = [
  'engage',
  'decline',
  'withdraw',
  'deliver',
  'accept',
  'cancel',
] as const satisfies readonly EngagementAction[];
export type EngagementActionByPeople = (typeof engagementActionsByPeople)[number];

/** Actions whose reason is kept and read by the other side. */
export const engagementActionsWithReason: ReadonlySet<EngagementActionByPeople> = new Set(['decline']);
