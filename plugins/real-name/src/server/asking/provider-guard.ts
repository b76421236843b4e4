import { untilAborted } from '@linggong/core';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import CircuitBreaker from 'opossum';
import {
  askProvider,
  type IdentityProvider,
  type ProviderRequest,
  type VerificationOutcome,
} from '../providers/identity-provider';
import { isUnanswered } from '../../domain';
import { tryOf, unasked, type ProviderTry } from './provider-try';

/** How patient we are with a vendor; tests shorten it. */
export interface GuardPatience {
  /** A call that has not answered by then is given up. */
  readonly timeoutMs: number;
  /** Wait before the second try; doubles, with jitter, up to `backoffMaxMs`. */
  readonly backoffMs: number;
  readonly backoffMaxMs: number;
  /** Calls within ten seconds before failures can open the circuit. */
  readonly volumeThreshold: number;
  /** How long an open circuit lets nobody through. */
  readonly resetMs: number;
  /** 0 to 1, for the jitter. */
  readonly random: () => number;
}

export const usualPatience: GuardPatience = {
  timeoutMs: 10_000,
  backoffMs: 200,
  backoffMaxMs: 2_000,
  volumeThreshold: 10,
  resetMs: 30_000,
  random: Math.random,
};

const RETRIES = 2;
const ERROR_PERCENT = 50;

/** The outcome that made a call a failure for the circuit. */
class Unanswered extends Error {
  constructor(readonly outcome: VerificationOutcome) {
    super(outcome.providerCode);
  }
}

export interface Asked {
  readonly outcome: VerificationOutcome;
  readonly tries: readonly ProviderTry[];
}

/** One vendor behind timeouts, tries and a circuit breaker (熔断); one a vendor and process. */
export interface ProviderGuard {
  readonly provider: IdentityProvider;
  circuit(): 'closed' | 'half-open' | 'open';
  /** Never rejects for what a vendor does. `turn` is awaited before every call: the vendor's rate limit. */
  ask(
    request: ProviderRequest,
    call: { reference: string; attempt: number },
    turn: () => Promise<void>,
  ): Promise<Asked>;
  stop(): void;
}

export function createGuard(provider: IdentityProvider, patience: GuardPatience = usualPatience): ProviderGuard {
  const call = async (request: ProviderRequest, reference: string, attempt: number): Promise<VerificationOutcome> => {
    const signal = AbortSignal.timeout(patience.timeoutMs);
    // What an adapter throws may quote the question: nothing of it is kept but whether it was the clock.
    const outcome = await untilAborted(
      () => askProvider(provider, request, { reference, attempt, signal }),
      signal,
    ).catch(() => givenUp(provider, request, reference, signal.aborted));
    if (isUnanswered(outcome.kind)) throw new Unanswered(outcome);
    return outcome;
  };
  const breaker = new CircuitBreaker(call, {
    timeout: false,
    errorThresholdPercentage: ERROR_PERCENT,
    volumeThreshold: patience.volumeThreshold,
    resetTimeout: patience.resetMs,
  });
  const once = async (request: ProviderRequest, reference: string, attempt: number): Promise<VerificationOutcome> => {
    try {
      return await breaker.fire(request, reference, attempt);
    } catch (error) {
      // Anything else is the open circuit: the vendor was not asked at all.
      return error instanceof Unanswered ? error.outcome : unasked(CIRCUIT_OPEN, reference);
    }
  };
  return {
    provider,
    circuit: () => (breaker.halfOpen ? 'half-open' : breaker.opened ? 'open' : 'closed'),
    ask: async (request, { reference, attempt }, turn) => {
      const tries: ProviderTry[] = [];
      const triesMax = 1 + (provider.retries ?? RETRIES);
      for (let n = 1; ; n += 1) {
        // Whoever is not asked takes nobody's turn.
        if (!breaker.opened) await turn();
        const start = performance.now();
        const outcome = await once(request, reference, attempt + n - 1);
        const isAsked = outcome.providerCode !== CIRCUIT_OPEN;
        if (isAsked) tries.push(tryOf(provider.name, outcome, Math.round(performance.now() - start)));
        if (outcome.kind !== 'retryable-error' || !isAsked || n === triesMax) return { outcome, tries };
        await wait(backoffMs(patience, n));
      }
    },
    stop: () => {
      breaker.shutdown();
    },
  };
}

const CIRCUIT_OPEN = 'CIRCUIT-OPEN';

/** A vendor that was too slow may have answered, and charge for it: the call counts against the day's cap as if it did. */
function givenUp(
  provider: IdentityProvider,
  request: ProviderRequest,
  reference: string,
  isTimeout: boolean,
): VerificationOutcome {
  if (!isTimeout) return unasked('ADAPTER-FAULT', reference);
  return { ...unasked('TIMEOUT', reference), costFen: provider.pricesFen[request.kind] };
}

/** Between half and all of the doubled wait: callers that failed together do not come back together. */
function backoffMs({ backoffMs: first, backoffMaxMs, random }: GuardPatience, failures: number): number {
  const full = Math.min(first * 2 ** (failures - 1), backoffMaxMs);
  return full * (0.5 + random() / 2);
}
