/** Every sign that is typed for the dot in a transliterated name (阿卜杜拉·买买提); U+00B7 is the standard one. */
const DOTS = /[\u2022\u2027\u22c5\u30fb\uff65\u00b7\uff0e.]/g;
const MARKS = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;
const HAN = /\p{Script=Han}/u;
const ALLOWED = /^[\p{L}\p{M}][\p{L}\p{M}\u00b7' -]*$/u;
const LONGEST = 60;

export type NameFault = 'empty' | 'length' | 'characters' | 'masked';

/**
 * A person's name in the one form in which it is stored, compared and blind-indexed: NFKC, one kind of dot, no spaces
 * inside a Chinese name, single spaces and capitals in a foreign one (as machine-readable documents print it).
 */
export function normaliseName(name: string): string {
  const text = name.normalize('NFKC').replace(MARKS, '').trim();
  if (HAN.test(text)) return text.replace(/\s+/g, '').replace(DOTS, '\u00b7');
  return text.replace(/\s+/g, ' ').toUpperCase();
}

/** Why a normalised name cannot be a person's name, or undefined. */
export function nameFault(name: string): NameFault | undefined {
  if (name.length === 0) return 'empty';
  if (isMasked(name)) return 'masked';
  if (name.length > LONGEST) return 'length';
  return ALLOWED.test(name.replace(/\./g, ' ').trim()) ? undefined : 'characters';
}

/** True for text that a screen has masked: it must never be stored as if it were the value. */
export function isMasked(text: string): boolean {
  return /[*\uff0a]/.test(text);
}

/** Card holder = worker (R6.1), whatever dots, spaces and widths the two were typed with. */
export function isSameName(one: string, other: string): boolean {
  return normaliseName(one) === normaliseName(other);
}
