/** Letters, digits and the dash of a full-width keyboard as plain ones; other signs stay, for names of enterprises hold them. */
export function halfWidth(text: string): string {
  return text.replace(/[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\uFF0D\u3000]/g, (sign) => sign.normalize('NFKC'));
}

/** A number as people type it, without the marks between its groups. */
export function bareNumber(text: string): string {
  return halfWidth(text)
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
  return /^\d{7,19}X?$/.test(bare) || /(^|[^A-Z\d-])\d{11,19}X?($|[^A-Z\d])/i.test(halfWidth(text));
}

/**
 * Digits that cannot be a card: a serial of a bank. No issuer begins with 0 or with the years of this century (ISO/IEC 7812-1), and no
 * account is all zeros.
 */
export function isSerial(text: string): boolean {
  const bare = bareNumber(text);
  return /^\d{13,19}$/.test(bare) && /^0|^20[2-9]\d(0[1-9]|1[0-2])|^\d{6}0+\d$/.test(bare);
}
