import type { FieldKind } from './field-kind';
import { compoundSurnames } from './surnames';

/**
 * Masked text of a sensitive value (脱敏, domain.md 8.2): what lists, details and logs may show to anybody who may see the row.
 * Pure, so that server and console mask alike. An empty value stays empty.
 */
export function mask(kind: FieldKind, clear: string): string {
  return clear === '' ? '' : masks[kind](clear);
}

const masks: Readonly<Record<FieldKind, (clear: string) => string>> = {
  name: maskName,
  'identity-number': maskIdentityNumber,
  phone: maskPhone,
  'bank-card': maskCard,
  address: maskAddress,
  email: maskEmail,
};

const stars = (count: number): string => '*'.repeat(Math.max(count, 0));

/** `张*`, `欧阳**`: the surname stays, every other character is a star; a single character says nothing at all. */
function maskName(clear: string): string {
  const characters = [...clear];
  if (characters.length === 1) return '*';
  const surname = characters.slice(0, 2).join('');
  const kept = characters.length > 2 && compoundSurnames.has(surname) ? 2 : 1;
  return characters.slice(0, kept).join('') + stars(characters.length - kept);
}

/** `110101********9999`; short documents (passports, permits) keep their first and last two. */
function maskIdentityNumber(clear: string): string {
  if (clear.length >= 15) return keepEnds(clear, 6, 4);
  return clear.length >= 7 ? keepEnds(clear, 2, 2) : stars(clear.length);
}

/** `138****0001`; anything that is not a mobile number keeps its last two. */
function maskPhone(clear: string): string {
  if (clear.length >= 11) return keepEnds(clear, 3, 4);
  return clear.length >= 7 ? keepEnds(clear, 0, 2) : stars(clear.length);
}

/** `622202*********8639`; short numbers keep their last four. */
function maskCard(clear: string): string {
  if (clear.length >= 14) return keepEnds(clear, 6, 4);
  return clear.length >= 8 ? keepEnds(clear, 0, 4) : stars(clear.length);
}

function keepEnds(clear: string, first: number, last: number): string {
  return clear.slice(0, first) + stars(clear.length - first - last) + clear.slice(clear.length - last);
}

/** Province, city and district stay; street, house and room are hidden, and so is their length. */
function maskAddress(clear: string): string {
  const district =
    /^(.{1,12}?(?:省|自治区|特别行政区))?(.{1,12}?(?:市|自治州|地区|盟))?(.{1,10}?(?:区|县|旗|市))?/u.exec(
      clear,
    )?.[0] ?? '';
  return district.length < clear.length ? `${district}****` : '****';
}

/** `z***@x.cn`. */
function maskEmail(clear: string): string {
  const at = clear.lastIndexOf('@');
  if (at < 1) return '***';
  const [first = ''] = clear;
  return `${first}***${clear.slice(at)}`;
}

/**
 * True where a value looks like one of our masks. Such a value comes from a screen that was sent back unchanged: it is refused,
 * never stored over the real one (design section 6).
 */
export function looksMasked(kind: FieldKind, text: string): boolean {
  return kind === 'address' || kind === 'email' ? /\*{2,}/.test(text) : text.includes('*');
}
