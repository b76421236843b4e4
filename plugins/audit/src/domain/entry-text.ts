import { holdsPersonalNumber } from '@linggong/core/domain';

/** Shapes of personal data inside JSON text. Digits must stand alone, so that hashes and long numbers pass. */
const personal: readonly { kind: string; shape: RegExp }[] = [
  {
    kind: 'an identity number (证件号码)',
    shape: /(?<![\w.-])[1-9]\d{5}(?:19|20)\d{2}[01]\d[0-3]\d{4}[\dXx](?![\w.-])/,
  },
  { kind: 'a mobile number (手机号)', shape: /"(?:\+?86)?1[3-9]\d{9}"/ },
];

/**
 * The reason of an entry as it is kept. @throws Error where it shows personal data in clear; the value is not quoted
 */
export function reasonOf(reason: string | undefined, action: string): string | undefined {
  if (reason === undefined || !holdsPersonalNumber(reason)) return reason;
  throw new Error(`audit ${action}: the reason holds a personal number in clear; leave it out`);
}

/** Amounts in fen have as many digits as a mobile number from 100 million yuan on; their names say what they are. */
const amounts = /"\w+Fen":"-?\d+"/g;

/** Bytes of JSON that the two states of an entry may have together. */
export const stateBytesMax = 65_536;

/**
 * A state as the JSON text that is kept; undefined for none.
 * @throws Error where it is too large or shows personal data in clear (mask it first); the value is not quoted
 */
export function stateText(state: unknown, action: string): string | undefined {
  if (state === undefined || state === null) return undefined;
  const text = JSON.stringify(state, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
  if (text === undefined) return undefined;
  if (Buffer.byteLength(text) > stateBytesMax)
    throw new Error(`audit ${action}: the state is larger than ${stateBytesMax} bytes`);
  const suspect = text.replace(amounts, '');
  const found = personal.find(({ shape }) => shape.test(suspect));
  if (found) throw new Error(`audit ${action}: the state holds ${found.kind} in clear; mask it first`);
  return text;
}
