import type { Role } from '@linggong/config/access';
import type { Lifecycle } from '@linggong/core/domain';

export const contractStates = ['draft', 'sent', 'signed', 'revoked', 'expired'] as const;

export type ContractState = (typeof contractStates)[number];

export const contractActions = ['send', 'sign', 'revoke', 'expire'] as const;

export type ContractAction = (typeof contractActions)[number];

/**
 * The life of a contract (合同). `revoke` is one act for both sides: the platform takes back what was not signed, a worker
 * withdraws (PIPL art. 15: as easily as it was given), either ends what is signed; the reason says which.
 */
export const contractLifecycle: Lifecycle<ContractState, ContractAction, Role> = {
  name: { zh: '合同', en: 'contract' },
  initial: 'draft',
  states: contractStates,
  transitions: {
    send: { from: ['draft'], to: 'sent', by: ['operator', 'enterprise'] },
    sign: { from: ['sent'], to: 'signed', by: ['worker', 'enterprise', 'operator'] },
    revoke: { from: ['draft', 'sent', 'signed'], to: 'revoked', by: ['operator', 'worker', 'enterprise'] },
    expire: { from: ['sent', 'signed'], to: 'expired', by: 'system' },
  },
};
