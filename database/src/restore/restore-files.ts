import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { fileObjectName, inLanes, ObjectMissing, type SealedStore } from '@linggong/continuity';
import { createDatabase, type Database } from '@linggong/core';
import { createVault, FileBroken } from '@linggong/vault';

const PAGE = 5_000;
const FILES_AT_ONCE = 8;

export interface RestoredFiles {
  readonly files: number;
  /** Ids of files that the database names and the store does not hold, or that do not open. */
  readonly missing: readonly string[];
}

interface FileRow {
  readonly id: string;
  readonly sha256: Buffer;
}

/**
 * Fetches every private file that the restored database names, opens it and compares it with the checksum of its row.
 * @param into the restored data folder
 * @param url of the restored database, with rights to read the vault's published files
 */
export async function restoreFiles(
  sealed: SealedStore,
  system: string,
  into: string,
  url: string,
): Promise<RestoredFiles> {
  const db = createDatabase({ connectionString: url, max: FILES_AT_ONCE + 1 });
  try {
    const root = path.join(into, 'vault');
    const vault = createVault({ keyring: sealed.keyring, root, db: () => db });
    const missing: string[] = [];
    let files = 0;
    for await (const page of pagesOf(db)) {
      await inLanes(page, FILES_AT_ONCE, async ({ id, sha256 }) => {
        files += 1;
        if (!(await fetchFile(sealed, system, path.join(root, 'files'), id))) missing.push(id);
        else if (!(await opens(vault.getFile(id), sha256))) missing.push(id);
      });
    }
    return { files, missing };
  } finally {
    await db.close();
  }
}

async function* pagesOf(db: Database): AsyncGenerator<FileRow[]> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const page = await db.query<FileRow>(
      `SELECT id, sha256 FROM vault.published_files WHERE id > $1 ORDER BY id LIMIT ${PAGE}`,
      [after],
    );
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = last.id;
  }
}

async function fetchFile({ store }: SealedStore, system: string, folder: string, id: string): Promise<boolean> {
  const parent = path.join(folder, id.slice(0, 2));
  await mkdir(parent, { recursive: true, mode: 0o700 });
  try {
    await pipeline(
      Readable.from(store.get(fileObjectName(system, id)), { objectMode: false }),
      createWriteStream(path.join(parent, id), { mode: 0o600 }),
    );
    return true;
  } catch (error) {
    if (error instanceof ObjectMissing) return false;
    throw error;
  }
}

async function opens(clear: AsyncIterable<Buffer>, sha256: Buffer): Promise<boolean> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of clear) hash.update(chunk);
  } catch (error) {
    if (error instanceof FileBroken) return false;
    throw error;
  }
  return hash.digest().equals(sha256);
}
