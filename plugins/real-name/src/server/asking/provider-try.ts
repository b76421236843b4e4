import type { OutcomeKind, VerificationOutcome } from '../providers/identity-provider';

/** One call of one vendor, as the evidence keeps it. */
export interface ProviderTry {
  readonly provider: string;
  readonly kind: OutcomeKind;
  readonly code: string;
  readonly requestId: string;
  readonly costFen: number;
  readonly elapsedMs: number;
}

export function tryOf(provider: string, outcome: VerificationOutcome, elapsedMs: number): ProviderTry {
  const { kind, providerCode, requestId, costFen } = outcome;
  // A call costs a few yuan at most: far inside of what a number holds exactly, and JSON has no bigint.
  return { provider, kind, code: providerCode, requestId, costFen: Number(costFen), elapsedMs };
}

/** Nobody answered: why, in a code of ours. */
export function unasked(code: string, reference: string): VerificationOutcome {
  return { kind: 'retryable-error', providerCode: code, requestId: `none-${reference}`, costFen: 0n };
}
