/** No letter or digit that is mistaken for another when read aloud or copied from paper: 32 signs, five bits each. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

export const recoveryCodeBytes = 10;

/** A recovery code (恢复码) out of random bytes, `ABCDE-FGHJK`: 50 bits. @throws Error for another count of bytes */
export function recoveryCode(random: Uint8Array): string {
  if (random.length !== recoveryCodeBytes) throw new Error(`a recovery code takes ${recoveryCodeBytes} bytes`);
  const text = [...random].map((byte) => alphabet[byte % alphabet.length]).join('');
  return `${text.slice(0, 5)}-${text.slice(5)}`;
}

/** Six digits are a time-based code; anything else is tried as a recovery code. */
export function isTimedCode(code: string): boolean {
  return /^\d{6}$/.test(code);
}
