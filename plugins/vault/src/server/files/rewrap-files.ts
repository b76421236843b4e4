import type { Queryable } from '@linggong/core';
import type { Window } from '../reseal/reseal-window';
import { unwrapFileKey, wrapFileKey } from './file-key';
import { FileBroken, type FileIdentity } from './file-pieces';
import { FileMissing } from './file-store';
import type { FilePlace } from './file-vault';
import { secretOfFile } from './ring-file';

/** Rows of one transaction: of a file without an envelope the head is read, of the others nothing. */
const WINDOW_ROWS = 500;

const FIRST = '00000000-0000-0000-0000-000000000000';

/** Private files as a source of a re-encryption: their keys are wrapped anew, their bytes stay. */
export interface FileRewrap {
  /** Wraps the keys of the next rows under the current data key, in the caller's transaction. @param after id of the last row before */
  window(tx: Queryable, after: string | null): Promise<Window>;
}

export function createFileRewrap(place: FilePlace): FileRewrap {
  return { window: (tx, after) => rewrapWindow(place, tx, after ?? FIRST) };
}

interface Row extends FileIdentity {
  readonly wrappedKey: Buffer | null;
}

/** The head of a wrapped key, as text, tells the data key that it is under. */
const isStale = `(f.wrapped_key IS NULL OR encode(substring(f.wrapped_key FROM 1 FOR 3), 'base64') <> $2)`;

async function rewrapWindow(place: FilePlace, tx: Queryable, after: string): Promise<Window> {
  const { headText } = place.dataKeys.current('files');
  const looked = await tx.query<{ id: string; stale: boolean }>(
    `SELECT f.id, ${isStale} AS stale FROM vault.files f WHERE f.id > $1 ORDER BY f.id LIMIT ${WINDOW_ROWS}`,
    [after, headText],
  );
  const last = looked.at(-1)?.id ?? null;
  const stale = looked.filter((row) => row.stale).length;
  if (stale === 0) return { last, seen: looked.length, moved: 0, skipped: 0, broken: [] };
  const rows = await tx.query<Row>(
    `SELECT f.id, f.kind, f.subject, f.wrapped_key AS "wrappedKey" FROM vault.files f
      WHERE f.id > $1 AND f.id <= $3 AND ${isStale} ORDER BY f.id FOR NO KEY UPDATE SKIP LOCKED`,
    [after, headText, last],
  );
  const { changed, broken } = await rewrapRows(place, rows);
  await writeRows(tx, changed);
  return {
    last,
    seen: looked.length,
    moved: changed.length,
    skipped: Math.max(0, stale - rows.length),
    broken,
  };
}

interface Changed {
  readonly id: string;
  readonly wrapped: Buffer;
}

async function rewrapRows(place: FilePlace, rows: readonly Row[]): Promise<{ changed: Changed[]; broken: string[] }> {
  const key = place.dataKeys.current('files');
  const changed: Changed[] = [];
  const broken: string[] = [];
  for (const { wrappedKey, ...file } of rows) {
    try {
      changed.push({ id: file.id, wrapped: wrapFileKey(key, file, await secretOf(place, file, wrappedKey)) });
    } catch (error) {
      // What the data folder has lost is a finding of the backups already: there is nothing to wrap, and no data key that it needs.
      if (error instanceof FileBroken) broken.push(file.id);
      else if (!(error instanceof FileMissing)) throw error;
    }
  }
  return { changed, broken };
}

function secretOf({ keyring, dataKeys, store }: FilePlace, file: FileIdentity, wrapped: Buffer | null) {
  return wrapped === null ? secretOfFile(keyring, file, store.read(file.id)) : unwrapFileKey(dataKeys, file, wrapped);
}

async function writeRows(tx: Queryable, changed: readonly Changed[]): Promise<void> {
  if (changed.length === 0) return;
  await tx.query(
    `UPDATE vault.files f SET wrapped_key = decode(v.wrapped, 'base64'), key_number = NULL
       FROM unnest($1::uuid[], $2::text[]) AS v (id, wrapped) WHERE f.id = v.id`,
    [changed.map(({ id }) => id), changed.map(({ wrapped }) => wrapped.toString('base64'))],
  );
}
