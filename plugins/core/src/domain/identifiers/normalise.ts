const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
const FULL_WIDTH_OFFSET = 0xfee0;
/** Marks that a copy from a web page or a sheet leaves inside a number: zero-width and direction marks. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;
const GROUPING = /[\s-]/g;
const CHINA_PREFIX = /^(?:(?:\+|00)86|86(?=1\d{10}$))+/;

/** True for text that needs no work: only 0-9 and A-Z. Nearly every value of a clean sheet takes this way. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (!((code >= 48 && code <= 57) || (code >= 65 && code <= 90))) return false;
  }
  return true;
}

function halfWidth(text: string): string {
  let result = '';
  for (const character of text) {
    const code = character.charCodeAt(0);
    const isFullWidth = code >= FULL_WIDTH_FIRST && code <= FULL_WIDTH_LAST;
    result += isFullWidth ? String.fromCharCode(code - FULL_WIDTH_OFFSET) : character;
  }
  return result;
}

/**
 * Brings an identifier into its one written form: half-width, without marks and outer space, upper case.
 * The same value typed in two ways must give the same blind index, so everything that stores or searches calls this first.
 */
export function normaliseIdentifier(text: string): string {
  if (isPlain(text)) return text;
  return halfWidth(text.replace(INVISIBLE, '')).trim().toUpperCase();
}

/** As {@link normaliseIdentifier}, for numbers that people write in groups (`6222 0288 …`, `138-1234-0001`). */
export function normaliseGrouped(text: string): string {
  if (isPlain(text)) return text;
  return normaliseIdentifier(text).replace(GROUPING, '');
}

/** As {@link normaliseGrouped}, without the country code +86, 0086 or 86. */
export function normaliseMobile(text: string): string {
  return normaliseGrouped(text).replace(CHINA_PREFIX, '');
}
