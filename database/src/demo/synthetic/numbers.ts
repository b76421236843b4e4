import { checkIdentifier, type IdentifierKind } from '@linggong/real-name/domain';

/** Any day at which the synthetic numbers are valid; only births after it would be refused. */
const today = '2099-12-31';
const checkCharacters = '0123456789XABCDEFGHJKLMNPQRTUWY';

/**
 * Ends a number with the check character that its own rule accepts.
 * @throws Error when none fits: the stem itself is malformed
 */
function withCheckCharacter(kind: IdentifierKind, stem: string): string {
  for (const character of checkCharacters) {
    if (checkIdentifier(kind, stem + character, today).valid) return stem + character;
  }
  throw new Error(`no check character fits this synthetic ${kind}`);
}

/** A resident identity number with a serial of the range 990–999, which no office gives out, unless told otherwise. */
export function identityNumber(region: string, birth: string, serial: number, tens = '99'): string {
  return withCheckCharacter('resident-id', `${region}${birth.replaceAll('-', '')}${tens}${serial % 10}`);
}

const cardLength = 19;

/** A bank card of 19 digits that begins with `prefix`. */
export function cardNumber(prefix: string, serial: number): string {
  const stem = prefix + serial.toString().padStart(cardLength - 1 - prefix.length, '0');
  return withCheckCharacter('bank-card', stem);
}

/** A unified social credit code of a company; the organisation code inside has its own check digit. */
export function companyCode(region: string, serial: number): string {
  const body = `MA${serial.toString(10).padStart(6, '0')}`;
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const value = (character: string): number =>
    /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 55;
  const sum = [...body].reduce((total, character, index) => total + value(character) * (weights[index] ?? 0), 0);
  const inner = '0X987654321'[sum % 11] ?? '0';
  return withCheckCharacter('uscc', `91${region}${body}${inner}`);
}
