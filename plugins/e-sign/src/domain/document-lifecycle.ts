import type { Role } from '@linggong/config/access';
import type { Lifecycle } from '@linggong/core/domain';

export const documentStates = ['rendered', 'sealed'] as const;

export type DocumentState = (typeof documentStates)[number];

/**
 * The life of a contract's paper (合同文件). It is rendered whenever somebody needs it, the same bytes from the same facts; it is
 * sealed once, after the signature, and what is sealed never changes.
 */
export const documentLifecycle: Lifecycle<DocumentState, 'seal', Role> = {
  name: { zh: '合同文件', en: 'contract document' },
  initial: 'rendered',
  states: documentStates,
  transitions: { seal: { from: ['rendered'], to: 'sealed', by: 'system' } },
};
