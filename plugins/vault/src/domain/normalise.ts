import type { BlindKind } from './field-kind';

/** Letters and digits of a number as people write it: full width folded, blanks and dashes of grouping removed. */
function plainNumber(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b\-‐‑–—]/g, '');
}

/** Middle dots of ethnic and foreign names, as keyboards and registers write them. */
const middleDots = /[·•・‧∙⋅．᛫]/g;

const byKind: Readonly<Record<BlindKind, (clear: string) => string>> = {
  name: (clear) => clear.replace(middleDots, '·').normalize('NFKC').trim().replace(/\s+/g, ' ').replace(hanGap, ''),
  'identity-number': (clear) => plainNumber(clear).toUpperCase(),
  phone: (clear) => plainNumber(clear).replace(/^(\+|00)?86(?=1\d{10}$)/, ''),
  'bank-card': plainNumber,
  address: (clear) => clear.normalize('NFKC').trim().replace(/\s+/g, ' '),
  email: (clear) => clear.normalize('NFKC').trim().toLowerCase(),
  'sign-in-identifier': (clear) => clear.normalize('NFKC').trim().toLowerCase(),
};

/** A blank between two Chinese characters (`张 三`) is typing, not part of the name. */
const hanGap = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;

const numbers: ReadonlySet<BlindKind> = new Set(['identity-number', 'phone', 'bank-card']);

/**
 * The one spelling of a value that equality is asked about. Two inputs that mean the same person, card or number give the same
 * text; it is what the blind index hashes, and never shown.
 */
export function normalise(kind: BlindKind, clear: string): string {
  // Plain letters and digits need no folding; nearly every number of a sheet is such a text.
  if (numbers.has(kind) && /^[0-9A-Z]*$/.test(clear) && !(kind === 'phone' && clear.length > 11)) return clear;
  // What stood apart before may compose now; the second folding makes the result its own normal form.
  return byKind[kind](clear).normalize('NFKC');
}
