import type { Role } from '@linggong/config/access';
import type { Lifecycle } from '@linggong/core/domain';

export const requestStates = [
  'waiting',
  'opening',
  'open',
  'signed',
  'refused',
  'expired',
  'revoked',
  'failed',
] as const;

export type RequestState = (typeof requestStates)[number];

export type RequestAction =
  'claim' | 'release' | 'opened' | 'signed' | 'refuse' | 'expire' | 'revoke' | 'fail' | 'repeat';

/**
 * The life of a request to an e-signature service (签署请求). `opening` is written before the service is called: whoever finds
 * it there after a crash asks the service for the flow before making another.
 */
export const requestLifecycle: Lifecycle<RequestState, RequestAction, Role> = {
  name: { zh: '签署请求', en: 'signature request' },
  initial: 'waiting',
  states: requestStates,
  transitions: {
    claim: { from: ['waiting', 'opening'], to: 'opening', by: 'system' },
    release: { from: ['opening'], to: 'waiting', by: 'system' },
    // From `failed`: the service calls back about a flow that we had given up.
    opened: { from: ['opening', 'failed'], to: 'open', by: 'system' },
    signed: { from: ['open'], to: 'signed', by: 'system' },
    refuse: { from: ['open'], to: 'refused', by: 'system' },
    expire: { from: ['waiting', 'open'], to: 'expired', by: 'system' },
    revoke: { from: ['waiting', 'opening', 'open'], to: 'revoked', by: 'system' },
    fail: { from: ['opening', 'open'], to: 'failed', by: 'system' },
    // It may have been opened after all: it is looked for first.
    repeat: { from: ['failed'], to: 'opening', by: ['operator'] },
  },
};

/** States in which the service, or we, still owe an answer. */
export const standingRequestStates: readonly RequestState[] = ['waiting', 'opening', 'open'];
