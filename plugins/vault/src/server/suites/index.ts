import type { SuiteName } from '../../domain';
import { aes256Gcm } from './aes-256-gcm';
import { sm4CtrHmacSm3 } from './sm4-ctr-hmac-sm3';
import { NONCE_BYTES, type Suite } from './suite';
import { timed } from './timed';

export { suiteNames, type SuiteName } from '../../domain';
export { NONCE_BYTES, SealBroken, TAG_BYTES, type Suite, type SuiteKey } from './suite';

/** Every algorithm profile that a key may name. A further one (SM4-GCM, once Node offers it) is a line here and a file beside. */
export const suites: readonly Suite[] = [aes256Gcm, sm4CtrHmacSm3].map(timed);

/** What each profile seals of `答案 answer` under the key 00 01 02 …, a nonce of sevens and the additional data `known`. */
const knownAnswers: Readonly<Record<SuiteName, string>> = {
  'aes-256-gcm': 'c0bd11a58e744d57ec0a064acc68bc93c4b61ab539190d2c6a66b04e7b',
  'sm4-ctr-hmac-sm3': 'fdfaa6c1beeb43f5cac7172c718adfa9074c517785bfa480e96ea3c911',
};

const proven = new Set<SuiteName>();

/**
 * The profile of a name, after it gave a known answer once in this process: what OpenSSL lists and what it can do are not the same.
 * @throws Error where this Node cannot do it
 */
export function demandSuite(name: SuiteName): Suite {
  const suite = suites.find((one) => one.name === name);
  if (!suite) throw new Error(`there is no algorithm suite ${name}`);
  if (!proven.has(name)) {
    if (knownAnswerOf(suite) !== knownAnswers[name]) throw cannot(name);
    proven.add(name);
  }
  return suite;
}

/** The profile that sealed a value, by its first byte; undefined for bytes that none of them wrote. */
export function suiteOfId(id: number | undefined): Suite | undefined {
  const suite = suites.find((one) => one.id === id);
  return suite && demandSuite(suite.name);
}

function knownAnswerOf(suite: Suite): string {
  const master = Buffer.from(Array.from({ length: 32 }, (_, at) => at));
  try {
    const key = suite.derive(master, 'known answer');
    const [text, tag] = suite.seal(key, Buffer.alloc(NONCE_BYTES, 7), Buffer.from('known'), '答案 answer');
    return Buffer.concat([text, tag]).toString('hex');
  } catch {
    throw cannot(suite.name);
  }
}

function cannot(name: SuiteName): Error {
  return new Error(
    `this Node (${process.version}, OpenSSL ${process.versions.openssl}) cannot do the algorithm suite ${name}`,
  );
}
