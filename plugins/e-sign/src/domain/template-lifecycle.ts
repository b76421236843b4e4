import type { Role } from '@linggong/config/access';
import type { Lifecycle } from '@linggong/core/domain';

export const templateStates = ['active', 'retired'] as const;

export type TemplateState = (typeof templateStates)[number];

/** A version is published whole; it is retired when a later one takes its place, and stays readable for ever. */
export const templateLifecycle: Lifecycle<TemplateState, 'retire', Role> = {
  name: { zh: '合同模板', en: 'contract template' },
  initial: 'active',
  states: templateStates,
  transitions: { retire: { from: ['active'], to: 'retired', by: 'system' } },
};
