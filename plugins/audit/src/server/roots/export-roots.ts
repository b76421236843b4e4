import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Queryable } from '@linggong/core';
import { allRoots, type SignedRoot } from './root-rows';

const nameForm = /^root-(\d{4}-\d{2}-\d{2})\.json$/;
const filesMax = 40_000;

export const rootFileName = (day: string): string => `root-${day}.json`;

/** The file of a day: what was signed, word by word, the signature and the public key (base64). It holds no personal data. */
export function rootFile({ day, signed, signature, publicKey }: SignedRoot): string {
  const file = { day, signed, signature: signature.toString('base64'), publicKey: publicKey.toString('base64') };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * Writes into a folder the roots that it does not have. A file that is there is left alone, whatever it says: it may be older and truer
 * than the database. @returns how many were written
 */
export async function exportRoots(db: Queryable, folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  const there = new Set(await readdir(folder));
  const missing = (await allRoots(db)).filter(({ day }) => !there.has(rootFileName(day)));
  for (const root of missing) {
    const file = path.join(folder, rootFileName(root.day));
    const draft = `${file}.${randomBytes(4).toString('hex')}`;
    await writeFile(draft, rootFile(root), { flag: 'wx', mode: 0o644 });
    await rename(draft, file);
  }
  return missing.length;
}

const bytes = z.base64().transform((text) => Buffer.from(text, 'base64'));
const fileForm = z.strictObject({
  day: z.iso.date(),
  signed: z.string().max(4_096),
  signature: bytes,
  publicKey: bytes,
});

/**
 * The roots of a folder, the oldest first; none where there is no such folder. A file that is broken counts as a root that fits nothing.
 */
export async function readRoots(folder: string): Promise<SignedRoot[]> {
  const names = (await readdir(folder).catch(() => [] as string[])).filter((name) => nameForm.test(name)).sort();
  return Promise.all(names.slice(-filesMax).map((name) => readRoot(path.join(folder, name))));
}

async function readRoot(file: string): Promise<SignedRoot> {
  const day = nameForm.exec(path.basename(file))?.[1] ?? '';
  const read = fileForm.safeParse(jsonOf(await readFile(file, 'utf8')));
  if (read.success && read.data.day === day) return read.data;
  return { day, signed: '', signature: Buffer.alloc(0), publicKey: Buffer.alloc(0) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
