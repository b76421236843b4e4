import { allDigits, digitAt, numberAt } from './digits';
import { refused, type CnapsFacts, type Verdict } from './identifier-facts';
import { normaliseIdentifier } from './normalise';
import type { ReasonCode } from './reasons';

const LENGTH = 12;

/**
 * ISO 7064 MOD 11,10 over the first 11 digits. No public text names the algorithm of the 12th digit; this one was
 * derived and fits every one of the 15 public head-office numbers kept in `vectors/identifiers.json`.
 */
function checkDigitFits(text: string): boolean {
  let product = 10;
  for (let i = 0; i < LENGTH - 1; i += 1) {
    const sum = (product + digitAt(text, i)) % 10 || 10;
    product = (2 * sum) % 11;
  }
  return digitAt(text, LENGTH - 1) === (11 - product) % 10;
}

function formFault(text: string): ReasonCode | undefined {
  if (text.length === 0) return 'empty';
  if (!allDigits(text)) return 'characters';
  if (text.length !== LENGTH) return 'length';
  return numberAt(text, 0, 3) === 0 ? 'bank' : undefined;
}

/** 联行号 (CNAPS): bank 3, city 4, branch 4, check digit. */
export function checkCnaps(value: string): Verdict<CnapsFacts> {
  const text = normaliseIdentifier(value);
  const fault = formFault(text);
  if (fault !== undefined) return refused(text, fault);
  if (!checkDigitFits(text)) return refused(text, 'check-digit');
  return { valid: true, normalised: text, bank: text.slice(0, 3), city: text.slice(3, 7), branch: text.slice(7, 11) };
}
