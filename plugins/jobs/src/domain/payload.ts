import type { Json } from './json';

/** Bytes of JSON that a payload or a result may have: ids of one chunk, not its rows. */
export const payloadBytesMax = 16_384;

/** Shapes of personal data that must never ride in a queue: whole strings only, so hashes and numbers pass. */
const personal: readonly { kind: string; shape: RegExp }[] = [
  { kind: 'an identity number (证件号码)', shape: /^\d{17}[\dXx]$/ },
  { kind: 'a mobile number (手机号)', shape: /^(\+?86)?1[3-9]\d{9}$/ },
  { kind: 'a bank card number (银行卡号)', shape: /^\d{16,19}$/ },
  { kind: 'Chinese text (a name?)', shape: /\p{Script=Han}/u },
  { kind: 'an e-mail address', shape: /^[^\s@]+@[^\s@]+\.[^\s@]+$/ },
];

/**
 * Payload -> its JSON text. Queues, Redis and their boards are read by more people than the tables, so a payload holds
 * ids only (R9.8, GB/T 35273 6.2); this is the guard, not the rule.
 * @throws Error where the payload is no JSON, is larger than 16 KB, or looks like personal data; the value is not quoted.
 */
export function payloadText(payload: Json, what: string): string {
  refusePersonal(payload, what);
  const text = JSON.stringify(payload) as string | undefined;
  if (text === undefined) throw new Error(`${what}: the payload is no JSON`);
  if (Buffer.byteLength(text) > payloadBytesMax) {
    throw new Error(
      `${what}: the payload is larger than ${payloadBytesMax} bytes; put the rows in a table, send its id`,
    );
  }
  return text;
}

function refusePersonal(value: unknown, path: string): void {
  if (typeof value === 'string') return refuseText(value, path);
  if (value === null || value === undefined || typeof value === 'boolean') return;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`${path}: ${value} is no JSON number`);
    return;
  }
  if (Array.isArray(value)) return value.forEach((item, index) => refusePersonal(item, `${path}[${index}]`));
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) {
    throw new Error(`${path}: only plain JSON, not ${typeof value}`);
  }
  for (const [key, item] of Object.entries(value)) refusePersonal(item, `${path}.${key}`);
}

function refuseText(text: string, path: string): void {
  const found = personal.find(({ shape }) => shape.test(text));
  if (found) throw new Error(`${path}: looks like ${found.kind}; payloads hold ids only`);
}
