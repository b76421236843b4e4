import type { VendorAnswer } from '../../domain';
import type { ProviderCall, VerificationOutcome } from './identity-provider';

const PLAIN = /^[\x21-\x7e]{1,128}$/;
const CODE = /^[\x21-\x7e]{1,64}$/;

/** The call in our words. A code or id that is not plain text is replaced: what a vendor sends may be anything, even a name. */
export function outcomeOf(
  answer: VendorAnswer,
  given: { readonly code: string; readonly requestId: unknown; readonly priceFen: bigint },
  call: ProviderCall,
): VerificationOutcome {
  const { requestId, code, priceFen } = given;
  return {
    kind: answer.kind,
    providerCode: CODE.test(code) ? code : 'UNREADABLE',
    requestId:
      typeof requestId === 'string' && PLAIN.test(requestId) ? requestId : `none-${call.reference}-${call.attempt}`,
    // An answer that was not given is never charged (conformance).
    costFen: answer.charged && answer.kind !== 'retryable-error' ? priceFen : 0n,
  };
}

/** The interface did not answer in its own language: a gateway in between, a broken connection. */
export function unreadable(code: string, call: ProviderCall): VerificationOutcome {
  return outcomeOf(
    { kind: 'retryable-error', charged: false, zh: '' },
    { code, requestId: undefined, priceFen: 0n },
    call,
  );
}
