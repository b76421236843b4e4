/** A number as people type it, without the marks between its groups. */
export function bareNumber(text: string): string {
  return text
    .replace(/[\s\-–·.]/g, '')
    .replace(/^(\+|00)86(?=1\d{10}$)/, '')
    .toUpperCase();
}

/** What a whole personal number is; undefined for an ordinary text. */
export function personalKind(text: string): 'identityNumber' | 'phone' | 'cardNumber' | undefined {
  const bare = bareNumber(text);
  // 91 to 93 open the credit code of a company, which may be digits only; no resident number begins so.
  if (/^9[123]\d{16}$/.test(bare)) return undefined;
  if (/^\d{17}[\dX]$/.test(bare)) return 'identityNumber';
  if (/^1\d{10}$/.test(bare)) return 'phone';
  if (/^\d{13,19}$/.test(bare)) return 'cardNumber';
  return undefined;
}

/**
 * May the text be, hold or become somebody's number? Such a text never reaches an address, where it would stay in the
 * browser's history and in the log of every server on the way: not while it is typed, not between other words. Business
 * numbers carry letters.
 */
export function mayBePersonal(text: string): boolean {
  const bare = bareNumber(text);
  if (/^9[123]\d{16}$/.test(bare)) return false;
  return /^\d{7,19}X?$/.test(bare) || /(^|[^A-Z\d-])\d{11,19}X?($|[^A-Z\d])/i.test(text);
}
