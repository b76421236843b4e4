/** A number that people know a thing by: `PB-2026-11-0047`, with or without its month, as the platform or a bank wrote it. */
const businessNumber = /^[A-Z]{1,6}(?:-[0-9A-Z]+)*-[0-9A-Z]{4,}$/;
/** A unified social credit code (GB 32100) or another long serial, perhaps in groups. */
const serial = /^(?=(?:.*\d){6})[0-9A-Z]{8,40}$/;
const separators = /[\s\u00a0\u2009]/g;

/**
 * What of a text is worth copying (复制): a business number as it is, a code or serial without the blanks that part it into groups. Undefined
 * for a day, an amount, a name, and for what is masked: nobody needs half a number.
 */
export function cleanValue(text: string): string | undefined {
  const trimmed = text.trim();
  if (businessNumber.test(trimmed)) return trimmed;
  const bare = trimmed.replace(separators, '');
  return serial.test(bare) ? bare : undefined;
}
