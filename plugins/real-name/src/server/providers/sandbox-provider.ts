import { setTimeout as wait } from 'node:timers/promises';
import { sandboxCardAnswer, sandboxCompanyAnswer, sandboxIdentityAnswer, type SandboxAnswer } from '../../domain';
import type { IdentityProvider, OutcomeKind, ProviderCall, VerificationOutcome } from './identity-provider';

export interface SandboxOptions {
  /** How long a slow answer takes. */
  readonly slowMs?: number;
}

const CONCURRENCY = 32;
const SLOW_MS = 1_500;

/** What a call costs in the sandbox: figures of the size that vendors ask, so that reports show something. */
const costsFen = { person: 30n, card: 50n, company: 100n };

const kinds: Readonly<Record<SandboxAnswer, OutcomeKind>> = {
  match: 'match',
  mismatch: 'mismatch',
  'no-record': 'no-record',
  'slow-match': 'match',
  'busy-once': 'retryable-error',
  refused: 'final-error',
};

const codes: Readonly<Record<OutcomeKind, string>> = {
  match: 'SBX-0',
  mismatch: 'SBX-1',
  'no-record': 'SBX-2',
  'retryable-error': 'SBX-17',
  'provider-error': 'SBX-18',
  'final-error': 'SBX-9',
};

/** Only answers of the register are charged, as by the real vendors (domain.md 6.1). */
function isCharged(kind: OutcomeKind): boolean {
  return kind === 'match' || kind === 'mismatch';
}

function outcome(kind: OutcomeKind, call: ProviderCall, costFen: bigint): VerificationOutcome {
  return {
    kind,
    providerCode: codes[kind],
    requestId: `sandbox-${call.reference}-${call.attempt}`,
    costFen: isCharged(kind) ? costFen : 0n,
  };
}

/**
 * The register of the demo and of tests. It knows nobody: the answer follows from the digits of the number by the rules
 * of `domain/sandbox-rules.ts`, and any name fits any number.
 */
export function createSandboxProvider(options: SandboxOptions = {}): Required<Omit<IdentityProvider, 'perSecond'>> {
  const { slowMs = SLOW_MS } = options;
  const answer = async (rule: SandboxAnswer, call: ProviderCall, costFen: bigint): Promise<VerificationOutcome> => {
    call.signal.throwIfAborted();
    if (rule === 'slow-match') await wait(slowMs, undefined, { signal: call.signal });
    const isBusyNoMore = rule === 'busy-once' && call.attempt > 1;
    return outcome(isBusyNoMore ? 'match' : kinds[rule], call, costFen);
  };
  return {
    name: 'sandbox',
    concurrency: CONCURRENCY,
    // Its busy register shall be seen to be busy.
    retries: 0,
    pricesFen: costsFen,
    verifyIdentity: ({ identityNumber }, call) => answer(sandboxIdentityAnswer(identityNumber), call, costsFen.person),
    verifyBankCard: ({ cardNumber }, call) => answer(sandboxCardAnswer(cardNumber), call, costsFen.card),
    verifyCompany: ({ uscc }, call) => answer(sandboxCompanyAnswer(uscc), call, costsFen.company),
  };
}
