import { createHash } from 'node:crypto';
import { chown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import {
  isArchivedFile,
  isSegment,
  segmentsBetween,
  walObjectName,
  walObjectOf,
  type WalObject,
} from '@linggong/continuity/domain';
import { openBytes, PartBroken, readWhole, type SealedStore } from '@linggong/continuity';
import type { SystemAccount } from '../embedded/system-account';

const gunzipped = promisify(gunzip);

const POLL_MS = 5;
/** Segments that are made ready ahead of the server's asking; 16 MB each. */
const AHEAD = 3;
const SEGMENT_OBJECT_BYTES_MAX = 1_100_000_000;
/**
 * Each asking has a name of its own (the shell's pid), so that two for the same file are never taken for one. PostgreSQL takes an exit
 * above 125 as "stop", and any other failure as the end of the log: silence must never look like an end.
 */
const FETCH = `#!/bin/sh
# Asks the restore process for a file of the log: $1 its name, $2 where to put it.
feed="\${0%/*}"
: > "$feed/want/$1.$$" || exit 200
tries=0
while [ "$tries" -lt 144000 ]; do
  if [ -f "$feed/have/$1.$$" ]; then mv "$feed/have/$1.$$" "$2" && exit 0; exit 200; fi
  if [ -f "$feed/none/$1.$$" ]; then rm -f "$feed/none/$1.$$"; exit 1; fi
  sleep 0.01
  tries=$((tries + 1))
done
exit 200
`;
const asking = /^(?<file>.+)\.\d+$/;

/** Hands the stored log to a recovering server, one file at a time (WAL 供给). */
export interface WalFeeder {
  /** For `restore_command`. */
  readonly command: string;
  /** Files that the server took. */
  readonly given: () => number;
  /** The first segment that was asked for in vain while later ones of its timeline are stored: a gap, not the end of the log. */
  readonly gapAt: () => string | undefined;
  /** @throws what went wrong while it fed: the server would wait in vain */
  check(): void;
  /** Ends it. @throws what went wrong while it fed: the recovery is then not to be believed */
  close(): Promise<void>;
}

/**
 * The server's account cannot read our keys, so it does not fetch by itself: it names a file in a folder, and this process puts it
 * there, opened and checked. The disk holds a few segments at a time, however long the log is.
 */
export async function feedWal(
  sealed: SealedStore,
  system: string,
  into: string,
  account: SystemAccount | undefined,
): Promise<WalFeeder> {
  const feed = path.join(into, 'wal-feed');
  await makeFeed(feed, account);
  const stored = await storedFiles(sealed, system);
  const pantry = createPantry(sealed, system, feed, stored, account);
  let [given, open] = [0, true];
  let fault: unknown;
  const loop = (async (): Promise<void> => {
    while (open) {
      const wanted = await readdir(path.join(feed, 'want'));
      for (const name of wanted) {
        await rm(path.join(feed, 'want', name));
        if (await pantry.serve(name)) given += 1;
      }
      if (wanted.length === 0) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  })().catch((error: unknown) => {
    fault = error;
  });
  return {
    command: `/bin/sh "${path.join(feed, 'fetch.sh')}" "%f" "%p"`,
    given: () => given,
    gapAt: pantry.gapAt,
    check: () => {
      if (fault !== undefined) throw fault;
    },
    close: async () => {
      open = false;
      await loop;
      await pantry.settle();
      await rm(feed, { recursive: true, force: true });
      if (fault !== undefined) throw fault;
    },
  };
}

async function makeFeed(feed: string, account: SystemAccount | undefined): Promise<void> {
  const folders = [feed, ...['want', 'have', 'none', 'ready'].map((name) => path.join(feed, name))];
  for (const folder of folders) await mkdir(folder, { recursive: true, mode: 0o700 });
  const script = path.join(feed, 'fetch.sh');
  await writeFile(script, FETCH, { mode: 0o700 });
  if (account) await Promise.all([...folders, script].map((one) => chown(one, account.uid, account.gid)));
}

/** Every object of a file: shipped twice, it is there twice, and either will do. */
async function storedFiles({ store }: SealedStore, system: string): Promise<Map<string, WalObject[]>> {
  const stored = new Map<string, WalObject[]>();
  for await (const { name } of store.list(`${system}/wal/`)) {
    const object = walObjectOf(name);
    if (object) stored.set(object.file, [...(stored.get(object.file) ?? []), object]);
  }
  return stored;
}

interface Pantry {
  /** Answers one asking: puts its file where the server looks, or says that there is none. @returns whether there was one */
  serve(name: string): Promise<boolean>;
  settle(): Promise<void>;
  gapAt(): string | undefined;
}

function createPantry(
  sealed: SealedStore,
  system: string,
  feed: string,
  stored: ReadonlyMap<string, readonly WalObject[]>,
  account: SystemAccount | undefined,
): Pantry {
  const ready = new Map<string, Promise<void>>();
  let gapAt: string | undefined;
  const prepare = (file: string): Promise<void> | undefined => {
    const objects = stored.get(file);
    if (!objects) return undefined;
    const making = ready.get(file) ?? put(sealed, system, feed, file, objects, account);
    // Heard by whoever serves it.
    making.catch(() => undefined);
    ready.set(file, making);
    return making;
  };
  return {
    serve: async (name) => {
      const file = asking.exec(name)?.groups?.['file'] ?? '';
      const making = isArchivedFile(file) ? prepare(file) : undefined;
      if (!making) {
        if (isGap(file, stored)) gapAt ??= file;
        await writeFile(path.join(feed, 'none', name), '');
        return false;
      }
      if (isSegment(file)) for (const next of following(file)) prepare(next);
      await making;
      ready.delete(file);
      await rename(path.join(feed, 'ready', file), path.join(feed, 'have', name));
      return true;
    },
    settle: async () => void (await Promise.allSettled(ready.values())),
    gapAt: () => gapAt,
  };
}

/** The server asks on the newest timeline first and then on its parents: only a later segment of the very same one tells. */
function isGap(file: string, stored: ReadonlyMap<string, unknown>): boolean {
  if (!isSegment(file)) return false;
  const timeline = file.slice(0, 8);
  const ours = [...stored.keys()].filter((one) => isSegment(one) && one.startsWith(timeline));
  // Before the first of a timeline lies its parent, which is asked next.
  return ours.some((one) => one > file) && ours.some((one) => one < file);
}

/** The next segments of the same timeline, for segments of the usual 16 MB; others are simply not made ready ahead. */
function following(file: string): string[] {
  const place = (BigInt(`0x${file.slice(8, 16)}`) << 8n) + BigInt(`0x${file.slice(16, 24)}`) + BigInt(AHEAD);
  const hex = (value: bigint): string => value.toString(16).toUpperCase().padStart(8, '0');
  return segmentsBetween(file, `${file.slice(0, 8)}${hex(place >> 8n)}${hex(place & 0xffn)}`).slice(1);
}

async function put(
  { store, keyring }: SealedStore,
  system: string,
  feed: string,
  file: string,
  objects: readonly WalObject[],
  account: SystemAccount | undefined,
): Promise<void> {
  let clear: Buffer | undefined;
  let fault: unknown;
  for (const object of objects) {
    try {
      const name = walObjectName(system, object);
      const bytes = await readWhole(store, name, SEGMENT_OBJECT_BYTES_MAX);
      if (createHash('sha256').update(bytes).digest('hex') !== object.sha256) throw new PartBroken(name);
      clear = await gunzipped(await openBytes(keyring, `${system}/wal/${file}`, bytes));
      break;
    } catch (error) {
      fault = error;
    }
  }
  if (!clear) throw fault;
  const draft = path.join(feed, `${file}.part`);
  await writeFile(draft, clear, { mode: 0o600 });
  if (account) await chown(draft, account.uid, account.gid);
  await rename(draft, path.join(feed, 'ready', file));
}
