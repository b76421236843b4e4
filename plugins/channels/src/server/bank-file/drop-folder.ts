import { chmod, lstat, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { constants } from 'node:fs';
import path from 'node:path';
import { BANK_FILE_BYTES_MAX } from './receive-file';

/** Files taken of one look into the folder. */
const FILES_MAX = 100;

export interface DroppedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * A folder pair for the bank's host (银企直连前置机, SFTP): `<root>/<channel>/out` and `/in`. Files hold clear names and accounts by
 * nature: folders are 0700, files 0600. A file appears under its name only when it is whole; what the host is still writing bears a
 * name that begins with a dot or ends in `.tmp`, `.part` or `.filepart`. What was taken lies sealed in the vault and goes.
 */
export interface DropFolder {
  /** @throws Error where the folder is not there, or cannot be written to */
  demand(): Promise<void>;
  put(name: string, bytes: Buffer): Promise<void>;
  /** The files that have arrived, oldest name first. */
  arrivals(): Promise<DroppedFile[]>;
  remove(name: string): Promise<void>;
  /** Lays aside what is too large to be kept: it stays as it is, for a person. */
  layAside(name: string): Promise<void>;
}

export function dropFolder(root: string, channel: string): DropFolder {
  const out = path.join(root, channel, 'out');
  const into = path.join(root, channel, 'in');
  const aside = path.join(root, channel, 'too-large');
  return {
    async demand() {
      // The root is the administrator's: a disk that is not mounted must not be replaced by an empty folder.
      if (!(await stat(root)).isDirectory()) throw new Error('the bank file folder is no folder');
      for (const folder of [out, into, aside]) {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await chmod(folder, 0o700);
      }
    },
    async put(name, bytes) {
      const [half, whole] = [path.join(out, `.${safeName(name)}.tmp`), path.join(out, safeName(name))];
      const file = await open(half, 'w', 0o600);
      try {
        await file.chmod(0o600);
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(half, whole);
    },
    async arrivals() {
      const names = (await readdir(into)).filter((name) => !/^\.|\.(tmp|part|filepart)$/i.test(name)).sort();
      const files: DroppedFile[] = [];
      for (const name of names.slice(0, FILES_MAX)) {
        const bytes = await readRegular(path.join(into, name));
        if (bytes !== undefined) files.push({ name, bytes });
      }
      return files;
    },
    remove: (name) => rm(path.join(into, path.basename(name)), { force: true }),
    layAside: (name) => rename(path.join(into, path.basename(name)), path.join(aside, path.basename(name))),
  };
}

/** Only plain files, never what a link points at; of one that is too large as much as shows that it is. */
async function readRegular(name: string): Promise<Buffer | undefined> {
  if (!(await lstat(name)).isFile()) return undefined;
  const file = await open(name, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const { size } = await file.stat();
    const bytes = Buffer.alloc(Math.min(size, BANK_FILE_BYTES_MAX + 1));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function safeName(name: string): string {
  if (!/^[A-Za-z0-9._-]{1,80}$/.test(name)) throw new Error('the name of a bank file has a character of its own');
  return name;
}
