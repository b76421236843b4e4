import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { KeyMaterial } from './keyring';

const key = z.base64().transform((text) => Buffer.from(text, 'base64'));

const fileForm = z.strictObject({
  version: z.literal(1),
  current: z.int(),
  keys: z.record(z.string().regex(/^[1-9]\d{0,4}$/), key),
  index: key,
});

/**
 * Reads key material from its JSON text: `{"version":1,"current":1,"keys":{"1":"<base64>"},"index":"<base64>"}`.
 * @throws Error that names the fault and repeats nothing of the text
 */
export function keyMaterialOf(text: string): KeyMaterial {
  const read = fileForm.safeParse(jsonOf(text));
  if (!read.success) {
    const faults = read.error.issues.map((issue) => issue.path.join('.') || 'form');
    throw new Error(`the key ring is not usable at: ${faults.join(', ')}`);
  }
  const { current, keys, index } = read.data;
  return { current, index, keys: new Map(Object.entries(keys).map(([number, bytes]) => [Number(number), bytes])) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's message would quote key material.
    throw new Error('the key ring is not JSON');
  }
}

/** The JSON text of key material. */
export function keyringText({ current, keys, index }: KeyMaterial): string {
  const texts = [...keys].map(([number, bytes]) => [String(number), bytes.toString('base64')] as const);
  return `${JSON.stringify({ version: 1, current, keys: Object.fromEntries(texts), index: index.toString('base64') }, null, 2)}\n`;
}

/** @throws Error where the file is missing, readable by others, or malformed */
export async function readKeyringFile(file: string): Promise<KeyMaterial> {
  const { mode } = await stat(file);
  if ((mode & 0o077) !== 0) throw new Error(`${file} is open to other users; run: chmod 600 ${file}`);
  return keyMaterialOf(await readFile(file, 'utf8'));
}

/**
 * Makes a ring with one random key, once: where two processes start together, one makes it and both read that.
 * The folder is 0700 and the file 0600 from its first byte.
 */
export async function makeKeyringFile(file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const material: KeyMaterial = { current: 1, keys: new Map([[1, randomBytes(32)]]), index: randomBytes(32) };
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(keyringText(material));
    await handle.sync();
  } finally {
    await handle.close();
  }
  // A link fails where the name is taken; a rename would put a second ring over the first.
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await unlink(draft);
}
