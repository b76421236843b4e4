import { allDigits, digitAt, numberAt } from './digits';
import { refused, type BankCardFacts, type Verdict } from './identifier-facts';
import { normaliseGrouped } from './normalise';
import type { ReasonCode } from './reasons';

const SHORTEST = 13;
const LONGEST = 19;
const ISSUER_DIGITS = 6;

/** ISO/IEC 7812-1 annex B: from the right, every second digit is doubled and its digits added. */
function luhnFits(text: string): boolean {
  let sum = 0;
  let isDoubled = false;
  for (let i = text.length - 1; i >= 0; i -= 1) {
    const digit = digitAt(text, i);
    const doubled = digit * 2;
    sum += isDoubled ? (doubled > 9 ? doubled - 9 : doubled) : digit;
    isDoubled = !isDoubled;
  }
  return sum % 10 === 0;
}

function isAllZeros(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i += 1) if (digitAt(text, i) !== 0) return false;
  return true;
}

function formFault(text: string): ReasonCode | undefined {
  if (text.length === 0) return 'empty';
  if (!allDigits(text)) return 'characters';
  if (text.length < SHORTEST || text.length > LONGEST) return 'length';
  // All zeros passes the check digit: no issuer begins with 0 (ISO/IEC 7812-1 gives that range to ISO itself).
  if (digitAt(text, 0) === 0) return 'issuer';
  return isAllZeros(text, ISSUER_DIGITS, text.length - 1) ? 'account' : undefined;
}

/**
 * A bank card number by its form and check digit. `check-digit` is the one refusal that a registration may overrule:
 * not every old Chinese card keeps to it, so there the issuer's own answer decides (see {@link isDoubtful}).
 */
export function checkBankCard(value: string): Verdict<BankCardFacts> {
  const text = normaliseGrouped(value);
  const fault = formFault(text);
  if (fault !== undefined) return refused(text, fault);
  if (!luhnFits(text)) return refused(text, 'check-digit');
  return {
    valid: true,
    normalised: text,
    issuer: text.slice(0, ISSUER_DIGITS),
    network: numberAt(text, 0, 2) === 62 ? 'unionpay' : 'other',
  };
}

/** True if the card failed only its check digit: doubtful, not impossible. */
export function isDoubtful(verdict: Verdict<BankCardFacts>): boolean {
  return !verdict.valid && verdict.reason === 'check-digit';
}
