const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** Random bytes of a code: 160 bits, so that nobody finds another document's code by trying. */
export const codeBytes = 20;

/**
 * The verification code (核验码) of a document: base32 of random bytes, 32 characters. It is opaque: no number, no person.
 * @throws RangeError for another number of bytes
 */
export function documentCode(random: Uint8Array): string {
  if (random.length !== codeBytes) throw new RangeError(`a code is made of ${codeBytes} bytes`);
  let code = '';
  let held = 0;
  let bits = 0;
  for (const byte of random) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      code += alphabet[(held >> bits) & 31] ?? '';
    }
    held &= (1 << bits) - 1;
  }
  return code;
}

/** A code as it is printed: eight groups of four, which a person can read out. */
export function printedCode(code: string): string {
  return (code.toUpperCase().match(/.{4}/g) ?? []).join('-');
}

/** What somebody typed or scanned, as a code; undefined where it cannot be one. Digits 0 and 1 stand for the letters they look like. */
export function readCode(typed: string): string | undefined {
  const code = typed.replace(/[\s-]/g, '').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
  return /^[a-z2-7]{32}$/.test(code) ? code : undefined;
}
