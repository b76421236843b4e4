import { randomUUID } from 'node:crypto';
import { once } from '../backups/manifest';
import type { BackupStore, StoredObject } from '../store/backup-store';
import { sealBytes, type SealedStore } from '../store/sealed';

/** What is written down beside the backups (标记), and where. */
interface NewMark {
  /** Ends with `/`. */
  readonly folder: string;
  readonly key: string;
  /** Sealed: for whoever looks into it later. */
  readonly words: object;
}

/**
 * Leaves a mark beside the backups and looks for those of others then: whichever database is gone, the store is there, or nothing could be
 * restored. Of several who come at the same time at most one gets through, and maybe none. Of a store that asks no more than that it
 * lists what was written: many an S3 service takes the condition of an exclusive creation and disregards it.
 * @param bars whether another mark of the folder keeps this one from standing
 * @returns its name, by which it is taken away again; undefined where it was barred
 * @throws what the store throws: no mark is left then, as far as it still answers
 */
export async function leaveMark(
  { store, keyring }: SealedStore,
  { folder, key, words }: NewMark,
  bars: (other: StoredObject) => boolean,
): Promise<string | undefined> {
  const own = `${folder}${key}.${randomUUID()}`;
  try {
    await store.put(own, once(await sealBytes(keyring, own, Buffer.from(JSON.stringify(words)))));
    if (await stands(store, folder, own, bars)) return own;
  } catch (error) {
    await store.remove(own).catch(() => undefined);
    throw error;
  }
  await store.remove(own);
  return undefined;
}

/** As `leaveMark`, barred by every mark of the same key. */
export function takeOnce(sealed: SealedStore, mark: NewMark): Promise<string | undefined> {
  const place = `${mark.folder}${mark.key}`;
  // Before marks had an ending of their own there was one of the name itself.
  return leaveMark(sealed, mark, ({ name }) => name === place || name.startsWith(`${place}.`));
}

async function stands(
  store: BackupStore,
  folder: string,
  own: string,
  bars: (other: StoredObject) => boolean,
): Promise<boolean> {
  let [isListed, isBarred] = [false, false];
  for await (const object of store.list(folder)) {
    if (object.name === own) isListed = true;
    else if (bars(object)) isBarred = true;
  }
  // A store that is late with our own mark is late with those of others.
  if (!isListed) throw new Error(`${store.place} does not list what was just written into it`);
  return !isBarred;
}
