/**
 * Is this a bank line number of the interbank system (联行号, CNAPS)? Twelve digits: bank 3, city 4, branch 4, check digit by
 * ISO 7064 MOD 11,10 (domain.md 5.6: derived, and true of all public head-office numbers).
 */
export function isCnaps(text: string): boolean {
  if (!/^(?!000)\d{12}$/.test(text)) return false;
  const product = [...text.slice(0, 11)].reduce((carry, digit) => (2 * ((carry + Number(digit)) % 10 || 10)) % 11, 10);
  return Number(text[11]) === (11 - product) % 10;
}
