import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Queryable } from '@linggong/core';
import { isArchivedFile, isSegment, walObjectName } from '../../domain';
import { isMissing } from '../missing';
import { sealBytes, type SealedStore } from '../store/sealed';
import { once } from './manifest';

const gzipped = promisify(gzip);

/** Files that one call ships at most; the next one, seconds later, goes on. */
const SHIP_MAX = 2_000;

export interface Shipped {
  readonly files: number;
  readonly bytes: number;
}

interface SpoolFile {
  readonly file: string;
  readonly bytes: number;
  readonly closedAt: Date;
}

/**
 * Ships what the server has put into the spool (WAL 归档): compressed, sealed, stored under a name with its checksum, and only
 * then taken out of the spool. Twice the same segment, after a kill in between, is two equal objects.
 * @throws what the store throws; the spool keeps what was not stored
 */
export async function shipWal(
  sealed: SealedStore,
  db: Queryable,
  system: string,
  spool: string,
  at: Date,
): Promise<Shipped> {
  let [files, bytes] = [0, 0];
  for (const one of (await spooled(spool)).slice(0, SHIP_MAX)) {
    const stored = await shipFile(sealed, system, path.join(spool, one.file), one.file);
    if (stored === undefined) continue;
    await noteShipped(db, system, one, stored, at);
    await rm(path.join(spool, one.file), { force: true });
    files += 1;
    bytes += stored;
  }
  return { files, bytes };
}

/** Complete files in the spool, oldest first; basic_archive renames a file when it is whole and synced. */
async function spooled(spool: string): Promise<SpoolFile[]> {
  const names = (await readdir(spool)).filter(isArchivedFile).sort((a, b) => (a.slice(8) < b.slice(8) ? -1 : 1));
  const found = await Promise.all(
    names.map(async (file) => {
      const { size, mtime } = await stat(path.join(spool, file)).catch(goneStat);
      return { file, bytes: size, closedAt: mtime };
    }),
  );
  return found.filter(({ bytes }) => bytes >= 0);
}

function goneStat(error: unknown): { size: number; mtime: Date } {
  if (isMissing(error)) return { size: -1, mtime: new Date(0) };
  throw error;
}

/** @returns bytes stored; undefined where another call has shipped it meanwhile */
async function shipFile(
  { store, keyring }: SealedStore,
  system: string,
  from: string,
  file: string,
): Promise<number | undefined> {
  const clear = await readFile(from).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (clear === undefined) return undefined;
  // Bound to the name without the checksum, which is not known yet.
  const bytes = await sealBytes(keyring, `${system}/wal/${file}`, await gzipped(clear, { level: 1 }));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await store.put(walObjectName(system, { file, sha256 }), once(bytes));
  return bytes.length;
}

async function noteShipped(
  db: Queryable,
  system: string,
  { file, closedAt }: SpoolFile,
  bytes: number,
  at: Date,
): Promise<void> {
  const counts = isSegment(file);
  await db.query(
    `INSERT INTO continuity.wal_state AS w (system, last_file, reached_at, shipped_at, files, bytes)
     VALUES ($1, $2, $3, $4, 1, $5)
     ON CONFLICT (system) DO UPDATE SET shipped_at = excluded.shipped_at, files = w.files + 1, bytes = w.bytes + excluded.bytes,
       last_file = CASE WHEN $6 THEN excluded.last_file ELSE w.last_file END,
       reached_at = CASE WHEN $6 THEN greatest(w.reached_at, excluded.reached_at) ELSE w.reached_at END`,
    [system, file, closedAt, at, bytes, counts],
  );
}

/**
 * Keeps the spool from filling the disk while the store is away: beyond the limit the oldest segments are given up, and that is
 * written down. The server never waits; what is lost is the way from the last base to now, so a new base is due.
 * @returns number of files given up
 */
export async function boundSpool(
  db: Queryable,
  system: string,
  spool: string,
  bytesMax: number,
  at: Date,
): Promise<number> {
  const waiting = await spooled(spool);
  let total = waiting.reduce((sum, { bytes }) => sum + bytes, 0);
  const given: SpoolFile[] = [];
  for (const one of waiting) {
    if (total <= bytesMax) break;
    given.push(one);
    total -= one.bytes;
  }
  const last = given.at(-1);
  if (!last) return 0;
  await db.query(
    `INSERT INTO continuity.wal_state (system, last_file, reached_at, shipped_at, gap_at, gap_file)
     VALUES ($1, $2, $3, $4, $4, $2)
     ON CONFLICT (system) DO UPDATE SET gap_at = excluded.gap_at, gap_file = excluded.gap_file`,
    [system, last.file, last.closedAt, at],
  );
  for (const { file } of given) await rm(path.join(spool, file), { force: true });
  return given.length;
}
