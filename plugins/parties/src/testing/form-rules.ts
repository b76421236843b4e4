import type { IdentifierRules, IdentifierVerdict } from '../domain';

const forms: Readonly<Record<string, RegExp>> = {
  'resident-id': /^\d{17}[\dX]$/,
  'hmt-residence-permit': /^8[123]\d{15}[\dX]$/,
  'foreign-pr-card': /^9\d{16}[\dX]$/,
  uscc: /^[0-9A-Z]{18}$/,
  'bank-card': /^\d{13,19}$/,
  mobile: /^1\d{10}$/,
  cnaps: /^\d{12}$/,
};

/** Rules of form only, in place of the algorithms that real-name hands in. */
export const formRules: IdentifierRules = {
  check(kind, value, today): IdentifierVerdict {
    const normalised = value.trim().toUpperCase().replace(/^\+86/, '');
    if (!forms[kind]?.test(normalised)) {
      return { valid: false, code: 'form', text: { zh: '格式不对', en: 'The form is wrong' } };
    }
    const hasBirth = kind === 'resident-id';
    const age = Number(today.slice(0, 4)) - Number(normalised.slice(6, 10));
    return hasBirth ? { valid: true, normalised, age } : { valid: true, normalised };
  },
};
