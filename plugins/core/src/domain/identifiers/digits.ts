const ZERO = 48;

/** The value of the digit at `index`, or -1 where the character is not 0-9. */
export function digitAt(text: string, index: number): number {
  const value = text.charCodeAt(index) - ZERO;
  return value >= 0 && value <= 9 ? value : -1;
}

/** The number written by `length` digits from `start`; the caller has made sure that they are digits. */
export function numberAt(text: string, start: number, length: number): number {
  let value = 0;
  for (let i = start; i < start + length; i += 1) value = value * 10 + (text.charCodeAt(i) - ZERO);
  return value;
}

export function allDigits(text: string, end: number = text.length): boolean {
  for (let i = 0; i < end; i += 1) if (digitAt(text, i) < 0) return false;
  return true;
}
