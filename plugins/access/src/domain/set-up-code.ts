/** No letter or digit that is mistaken for another when read aloud or copied from paper: 32 signs, five bits each. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

export const setUpHalfBytes = 16;

/** Half of a set-up code (启用码) out of random bytes, `ABCD-EFGH-JKLM-NPQR`: 80 bits. @throws Error for another count of bytes */
export function setUpHalf(random: Uint8Array): string {
  if (random.length !== setUpHalfBytes) throw new Error(`half of a set-up code takes ${setUpHalfBytes} bytes`);
  const text = [...random].map((byte) => alphabet[byte % alphabet.length]).join('');
  return (text.match(/.{4}/g) ?? []).join('-');
}
