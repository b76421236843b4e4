import { createHash } from 'node:crypto';
import path from 'node:path';
import { coveredRead } from '@linggong/audit';
import { fileObjectName, inLanes, ObjectMissing, type SealedStore } from '@linggong/continuity';
import { createDatabase, type Database } from '@linggong/core';
import { createDiskStore, FileBroken, openVault, type Vault } from '@linggong/vault';

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
    const disk = createDiskStore(path.join(root, 'files'));
    const vaultOf = lazily(async () => {
      const opened = await openVault({ keyring: sealed.keyring, root, db: () => db, isReadOnly: true });
      return opened.vault;
    });
    const missing: string[] = [];
    let files = 0;
    for await (const page of pagesOf(db)) {
      await inLanes(page, FILES_AT_ONCE, async ({ id, sha256 }) => {
        files += 1;
        if (!(await fetchFile(sealed, system, disk, id))) missing.push(id);
        else if (!(await opens((await vaultOf()).getFile(id, coveredRead('restore', ['file'])), sha256))) {
          missing.push(id);
          await disk.remove(id);
        }
      });
    }
    return { files, missing };
  } finally {
    await db.close();
  }
}

/** The keys of the restored copy lie in it, wrapped under the ring; asked for with the first file that is there to be opened. */
function lazily(open: () => Promise<Vault>): () => Promise<Vault> {
  let opening: Promise<Vault> | undefined;
  return () => (opening ??= open());
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

/** Whole under its name, or not there at all: an empty file would look like one that was restored. */
async function fetchFile(
  { store }: SealedStore,
  system: string,
  files: ReturnType<typeof createDiskStore>,
  id: string,
): Promise<boolean> {
  try {
    await files.write(id, store.get(fileObjectName(system, id)));
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
