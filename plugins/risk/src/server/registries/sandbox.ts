import { sandboxCredit } from '../../domain/ratings';
import type { CreditAnswer, CreditCall, CreditRegistry } from './credit-registry';

const PRICE_FEN = 100n;
const codes = { 'no-record': 'SBX-2', 'busy-once': 'SBX-17', refused: 'SBX-9' } as const;
const kinds = { 'no-record': 'no-record', 'busy-once': 'retryable-error', refused: 'final-error' } as const;

/** The register of the demo and of tests: what it tells follows from the credit code (`domain/ratings/sandbox-credit.ts`). */
export function createSandboxCredit(): CreditRegistry {
  return {
    name: 'sandbox',
    calls: 1,
    priceFen: PRICE_FEN,
    lookUp: async ({ uscc, name }, call): Promise<CreditAnswer> => {
      call.signal.throwIfAborted();
      const told = sandboxCredit(uscc, name);
      const requestId = requestOf(call);
      if (told === 'busy-once' && call.attempt > 1) {
        // The same digits elsewhere stand for a company that is well once the register answers.
        const entry = sandboxCredit(`${uscc.slice(0, 10)}000${uscc.slice(13)}`, name);
        if (typeof entry !== 'string')
          return {
            kind: 'found',
            entry: { ...entry, uscc },
            raw: { uscc },
            providerCode: 'SBX-0',
            requestId,
            costFen: PRICE_FEN,
          };
      }
      if (typeof told === 'string') return { kind: kinds[told], providerCode: codes[told], requestId, costFen: 0n };
      return { kind: 'found', entry: told, raw: told, providerCode: 'SBX-0', requestId, costFen: PRICE_FEN };
    },
  };
}

const requestOf = ({ reference, attempt }: CreditCall): string => `sandbox-${reference}-${attempt}`;
