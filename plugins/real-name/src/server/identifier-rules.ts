import type { IdentifierRules, IdentifierVerdict, PartyIdentifierKind } from '@linggong/parties/domain';
import { checkIdentifier, isDoubtful, reasonTexts } from '../domain';

function factsOf(verdict: object): { age?: number; country?: string } {
  const age = 'age' in verdict && typeof verdict.age === 'number' ? { age: verdict.age } : {};
  const country = 'country' in verdict && typeof verdict.country === 'string' ? { country: verdict.country } : {};
  return { ...age, ...country };
}

/** The identifier algorithms in the form in which parties asks for them. */
export const identifierRules: IdentifierRules = {
  check(kind: PartyIdentifierKind, value: string, today: string): IdentifierVerdict {
    const verdict = checkIdentifier(kind, value, today);
    if (verdict.valid) return { valid: true, normalised: verdict.normalised, ...factsOf(verdict) };
    // Not every old card keeps to the check digit: the four-factor check decides (domain.md 5.5).
    if (kind === 'bank-card' && isDoubtful(verdict)) {
      return { valid: true, normalised: verdict.normalised, isDoubtful: true };
    }
    return { valid: false, code: verdict.reason, text: reasonTexts[verdict.reason] };
  },
};
