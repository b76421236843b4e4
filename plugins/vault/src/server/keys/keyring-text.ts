import { z } from 'zod';
import type { SuiteName } from '../suites';
import type { KeyMaterial } from './keyring';

const bytes = z.base64().transform((text) => Buffer.from(text, 'base64'));
const number = z.string().regex(/^[1-9]\d{0,4}$/);

/** Suites as a ring names them: what it is made of, in the words of those who hand it out. */
const suiteWords = { aes: 'aes-256-gcm', sm: 'sm4-ctr-hmac-sm3' } as const;

export type SuiteWord = keyof typeof suiteWords;

const key = z.strictObject({ suite: z.enum(['aes', 'sm']), key: bytes });

const firstForm = z.strictObject({
  version: z.literal(1),
  current: z.int(),
  keys: z.record(number, bytes),
  index: bytes,
});

const secondForm = z.strictObject({
  version: z.literal(2),
  current: z.int(),
  keys: z.record(number, key),
  index: key,
});

const form = z.discriminatedUnion('version', [firstForm, secondForm]);

/**
 * Reads key material from its JSON text: `{"version":2,"current":1,"keys":{"1":{"suite":"aes","key":"<base64>"}},"index":{…}}`, or the
 * first form without suites (`{"version":1,"current":1,"keys":{"1":"<base64>"},"index":"<base64>"}`), which is all AES.
 * @throws Error that names the fault and repeats nothing of the text
 */
export function keyMaterialOf(text: string): KeyMaterial {
  const read = form.safeParse(jsonOf(text));
  if (!read.success) {
    const faults = read.error.issues.map((issue) => issue.path.join('.') || 'form');
    throw new Error(`the key ring is not usable at: ${faults.join(', ')}`);
  }
  if (read.data.version === 1) {
    const { current, keys, index } = read.data;
    return { current, index, keys: numbered(Object.entries(keys)) };
  }
  const { current, keys, index } = read.data;
  const entries = Object.entries(keys);
  return {
    current,
    keys: numbered(entries.map(([name, one]) => [name, one.key])),
    suites: numbered(entries.map(([name, one]) => [name, suiteWords[one.suite]])),
    index: index.key,
    indexSuite: suiteWords[index.suite],
  };
}

/** The suite of a word as rings and command lines have it; undefined for another word. */
export function suiteOfWord(word: string): SuiteName | undefined {
  return word === 'aes' || word === 'sm' ? suiteWords[word] : undefined;
}

function numbered<T>(entries: readonly (readonly [string, T])[]): Map<number, T> {
  return new Map(entries.map(([name, value]) => [Number(name), value]));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's message would quote key material.
    throw new Error('the key ring is not JSON');
  }
}

/** The JSON text of key material, in the second form. */
export function keyringText({ current, keys, index, suites, indexSuite }: KeyMaterial): string {
  const texts = [...keys].map(([name, one]) => [String(name), written(one, suites?.get(name))] as const);
  const ring = { version: 2, current, keys: Object.fromEntries(texts), index: written(index, indexSuite) };
  return `${JSON.stringify(ring, null, 2)}\n`;
}

function written(one: Buffer, suite: SuiteName = 'aes-256-gcm'): { suite: SuiteWord; key: string } {
  return { suite: suite === suiteWords.sm ? 'sm' : 'aes', key: one.toString('base64') };
}
