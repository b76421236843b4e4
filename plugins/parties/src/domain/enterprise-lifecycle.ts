import type { Role } from '@linggong/config/access';
import type { Lifecycle } from '@linggong/core/domain';

export const enterpriseStates = [
  'draft',
  'submitted',
  'rejected',
  'approved',
  'active',
  'suspended',
  'offboarded',
] as const;
export type EnterpriseState = (typeof enterpriseStates)[number];

export const enterpriseActions = ['submit', 'approve', 'reject', 'sign', 'suspend', 'resume', 'offboard'] as const;
export type EnterpriseAction = (typeof enterpriseActions)[number];

/**
 * The life of an enterprise (企业, 商户) on the platform, R2.1: it applies, is reviewed, signs the cooperation agreement
 * and only then may publish tasks and pay. Offboarding (清退, R2.3) is final: who comes back applies anew.
 */
export const enterpriseLifecycle: Lifecycle<EnterpriseState, EnterpriseAction, Role> = {
  name: { zh: '企业', en: 'Enterprise' },
  initial: 'draft',
  states: enterpriseStates,
  transitions: {
    submit: { from: ['draft', 'rejected'], to: 'submitted', by: ['operator', 'enterprise'] },
    approve: { from: ['submitted'], to: 'approved', by: ['operator', 'merchant-reviewer'] },
    reject: { from: ['submitted'], to: 'rejected', by: ['operator', 'merchant-reviewer'] },
    sign: { from: ['approved'], to: 'active', by: ['operator', 'enterprise'] },
    suspend: { from: ['active'], to: 'suspended', by: ['operator'] },
    resume: { from: ['suspended'], to: 'active', by: ['operator'] },
    offboard: { from: ['rejected', 'approved', 'active', 'suspended'], to: 'offboarded', by: ['operator'] },
  },
};

/** Actions that take something away from the enterprise and therefore must say why; the reason is kept as evidence. */
export const actionsWithReason: ReadonlySet<EnterpriseAction> = new Set(['reject', 'suspend', 'offboard']);
