/**
 * Personal numbers in text that somebody typed or sent in: identity, mobile and bank card numbers (证件号码、手机号、银行卡号).
 * Letters and digits around belong to another number, so that hashes and business numbers pass.
 */
const personalWords: readonly RegExp[] = [
  /(?<![\w.-])[1-9]\d{5}(?:19|20)\d{2}[01]\d[0-3]\d{4}[\dXx](?!\w)/g,
  /(?<![\w.-])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\w-]|\s?[分元])/g,
];
const longNumber = /(?<![\w.-])\d{4}(?:[ -]?\d){11,15}(?![\w-])/g;
/** Nothing shorter can be one; most texts end here. */
const elevenDigits = /\d(?:[ -]?\d){10}/;
const email = /[^\s@<>"']+@([^\s@<>"']+\.[a-z]{2,})/gi;
/** Full-width digits, X and hyphen (０-９ Ｘ ｘ －) are typed for the plain ones and are as long. */
const wide = /[\uFF10-\uFF19\uFF38\uFF58\uFF0D]/g;

/** Whether a text shows a personal number in clear. */
export function holdsPersonalNumber(text: string): boolean {
  return placesOf(text).length > 0;
}

/** The text with the digits of every personal number starred but for its last four characters, and the names before an `@`. */
export function maskPersonalText(text: string): string {
  let masked = text;
  for (const { start, end } of placesOf(text)) {
    const hidden = masked.slice(start, end - 4).replace(/[\dXx\uFF10-\uFF19\uFF38\uFF58]/g, '*');
    masked = masked.slice(0, start) + hidden + masked.slice(end - 4);
  }
  return masked.includes('@') ? masked.replace(email, (_, host: string) => `***@${host}`) : masked;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function placesOf(text: string): Place[] {
  const plain = text.replace(wide, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  if (!elevenDigits.test(plain)) return [];
  const words = personalWords.flatMap((shape) => [...plain.matchAll(shape)]);
  const cards = [...plain.matchAll(longNumber)].filter(([found]) => isCardNumber(found.replace(/[ -]/g, '')));
  return [...words, ...cards].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** The check digit of bank cards (Luhn, GB/T 15694.1). */
function isCardNumber(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return digits.length >= 16 && digits.length <= 19 && sum % 10 === 0;
}
