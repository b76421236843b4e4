import type { BlindKind } from './field-kind';

/** Letters and digits of a number as people write it: blanks and dashes of grouping removed. */
function plainNumber(text: string): string {
  return text.replace(/[\s\u200b\-‐‑–—]/g, '');
}

/** Middle dots of ethnic and foreign names, as keyboards and registers write them. */
const middleDots = /[·•・･‧∙⋅．᛫]/g;

/** What each kind does to a text that is folded already (NFKC: full width, ligatures, compatibility forms). */
const byKind: Readonly<Record<BlindKind, (folded: string) => string>> = {
  name: (folded) => folded.replace(middleDots, '·').trim().replace(/\s+/g, ' ').replace(hanGap, ''),
  'identity-number': (folded) => plainNumber(folded).toUpperCase(),
  phone: (folded) => plainNumber(folded).replace(/^(\+|00)?86(?=1\d{10}$)/, ''),
  'bank-card': plainNumber,
  address: (folded) => folded.trim().replace(/\s+/g, ' '),
  email: (folded) => folded.trim().toLowerCase(),
  'sign-in-identifier': (folded) => folded.trim().toLowerCase(),
  'sign-in-address': (folded) => folded.trim().toLowerCase(),
  'signing-code': plainNumber,
  'second-factor-account': plainNumber,
  'recovery-code': (folded) => plainNumber(folded).toUpperCase(),
  'password-reset-code': plainNumber,
  'registration-code': plainNumber,
  'set-up-code': (folded) => plainNumber(folded).toUpperCase(),
  'idempotent-input': plainNumber,
  'password-reset-asker': (folded) => folded.trim().toLowerCase(),
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
  // The full-width stop is a middle dot in a name, and folding would make it a plain one.
  const text = kind === 'name' ? clear.replace(middleDots, '·') : clear;
  // What stood apart before may compose now; the second folding makes the result its own normal form.
  return byKind[kind](text.normalize('NFKC')).normalize('NFKC');
}
