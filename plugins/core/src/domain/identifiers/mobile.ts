import { allDigits, numberAt } from './digits';
import { refused, type MobileFacts, type Verdict } from './identifier-facts';
import { normaliseMobile } from './normalise';
import type { ReasonCode } from './reasons';

const LENGTH = 11;

/**
 * Number ranges (号段) in use, the last digit listed after the first two. Kept as a table because the ministry
 * (工业和信息化部) opens new ranges: a new one is a line here and nothing else.
 */
const RANGES: Readonly<Record<string, string>> = {
  '13': '0123456789',
  '14': '1456789',
  '15': '012356789',
  '16': '2567',
  '17': '012345678',
  '18': '0123456789',
  '19': '012356789',
};

const inUse: readonly boolean[] = Array.from({ length: 1000 }, (_, range) => {
  const text = String(range).padStart(3, '0');
  return RANGES[text.slice(0, 2)]?.includes(text.slice(2)) === true;
});

function fault(text: string): ReasonCode | undefined {
  if (text.length === 0) return 'empty';
  if (!allDigits(text)) return 'characters';
  if (text.length !== LENGTH) return 'length';
  return inUse[numberAt(text, 0, 3)] === true ? undefined : 'range';
}

/** A mainland mobile number: 11 digits in a range that is in use. +86, 0086 and 86 in front are taken off first. */
export function checkMobile(value: string): Verdict<MobileFacts> {
  const text = normaliseMobile(value);
  const reason = fault(text);
  if (reason !== undefined) return refused(text, reason);
  return { valid: true, normalised: text, range: text.slice(0, 3) };
}
