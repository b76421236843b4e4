import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { SuiteName } from '../suites';
import { keyMaterialOf, keyringText } from './keyring-text';
import { withNewKey, type KeyMaterial } from './keyring';

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
export async function makeKeyringFile(file: string, suite: SuiteName = 'aes-256-gcm'): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const keys = new Map([[1, randomBytes(32)]]);
  const material = { current: 1, keys, index: randomBytes(32), suites: new Map([[1, suite]]), indexSuite: suite };
  const draft = await writeDraft(file, material);
  // A link fails where the name is taken; a rename would put a second ring over the first.
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await unlink(draft);
}

/**
 * Adds a random key to the ring of a file, which becomes its current one, and gives its number. The old file is replaced whole or not
 * at all; processes that run keep the ring that they read at their start.
 * @throws as `readKeyringFile`
 */
export async function addRingKey(file: string, suite: SuiteName): Promise<number> {
  const material = withNewKey(await readKeyringFile(file), randomBytes(32), suite);
  await rename(await writeDraft(file, material), file);
  return material.current;
}

async function writeDraft(file: string, material: KeyMaterial): Promise<string> {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(keyringText(material));
    await handle.sync();
  } finally {
    await handle.close();
  }
  return draft;
}
