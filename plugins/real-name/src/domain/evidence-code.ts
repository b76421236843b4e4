import type { Day } from '@linggong/core/domain';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const SERIAL_DIGITS = 8;

/** ISO 7064 MOD 37,36: finds every single wrong character and every swap of neighbours. */
function checkCharacter(text: string): string {
  let product = 36;
  for (const character of text) {
    const sum = (product + ALPHABET.indexOf(character)) % 36 || 36;
    product = (2 * sum) % 37;
  }
  return ALPHABET.charAt((37 - product) % 36);
}

/**
 * Traceable code of a check (存证编号): Shanghai day, serial, check character, as `RN-20261122-00000047-K`. People read it
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
