import { holdsPersonalNumber, maskPersonalText } from '@linggong/core/domain';

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
 * A state as the JSON text that is kept; undefined for none. What people typed – a remark, a title – may hold the number of a
 * person or of a card: it is starred but for its last four. A field that is nothing else was forgotten by us, and is refused; but
 * the number that a bank or an office gave may look like one, and is starred.
 * @throws Error where it is too large or a field is an identity or mobile number in clear (mask it first); it is not quoted
 */
export function stateText(state: unknown, action: string): string | undefined {
  if (state === undefined || state === null) return undefined;
  const text = JSON.stringify(state, toldValue);
  if (text === undefined) return undefined;
  if (Buffer.byteLength(text) > stateBytesMax)
    throw new Error(`audit ${action}: the state is larger than ${stateBytesMax} bytes`);
  const suspect = text.replace(amounts, '');
  const found = personal.find(({ shape }) => shape.test(suspect));
  if (found) throw new Error(`audit ${action}: the state holds ${found.kind} in clear; mask it first`);
  return text;
}

/** Fields of numbers that others give, in whatever form: serials of banks, receipts of tax offices. */
const givenNumbers: ReadonlySet<string> = new Set(['bankSerial', 'reference']);

function toldValue(key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'string' && givenNumbers.has(key) && alone.test(value)) return maskPersonalText(value);
  return typeof value === 'string' && !key.endsWith('Fen') ? toldText(value) : value;
}

const alone = /^(?:(?:\+?86)?1[3-9]\d{9}|[1-9]\d{5}(?:19|20)\d{9}[\dXx])$/;

function toldText(text: string): string {
  if (alone.test(text) || !holdsPersonalNumber(text)) return text;
  // Digits alone are more often a serial of a bank than a card: only what begins as cards do is taken for one.
  if (/^\d+$/.test(text) && !cardBins.test(text)) return text;
  return maskPersonalText(text);
}

/** How the cards begin that are issued in China: 62 and 81 (UnionPay), Visa, Mastercard, JCB, and the issuers of before 62. */
const cardBins = /^(?:62|81|4\d|5[1-5]|35|60|68|69|84|87|88|9[0459]|98)/;
