import type { Day } from '@linggong/core/domain';

/** Thirty-one characters, without those that are read as others: I, O, S, V and Z (as GB 32100 leaves them out). */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const PRIME = 31;
const BASE = 3;
const SERIAL_DIGITS = 8;

/**
 * Weighted sum modulo a prime, with powers of 3 as weights: it finds every single wrong digit and every swap of
 * neighbours, as no two weights side by side are equal and no weight is zero.
 */
function checkCharacter(digits: string): string {
  let sum = 0;
  let weight = 1;
  for (const digit of digits) {
    sum = (sum + Number(digit) * weight) % PRIME;
    weight = (weight * BASE) % PRIME;
  }
  return ALPHABET.charAt((PRIME - sum) % PRIME);
}

/**
 * Traceable code of a check (存证编号): Shanghai day, serial, check character, as `RN-20261122-00000047-F`. People read it
 * out on the phone and type it from paper, so a wrong character must not find another check.
 */
export function evidenceCode(day: Day, serial: bigint | number): string {
  const dayText = day.replaceAll('-', '');
  const serialText = serial.toString().padStart(SERIAL_DIGITS, '0');
  return `RN-${dayText}-${serialText}-${checkCharacter(dayText + serialText)}`;
}

export function isEvidenceCode(text: string): boolean {
  const match = /^RN-(\d{8})-(\d{8,})-([0-9A-Z])$/.exec(text);
  if (match === null) return false;
  const [, day = '', serial = '', check] = match;
  return checkCharacter(day + serial) === check;
}
