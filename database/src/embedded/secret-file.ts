import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';

/** A password of 192 random bits that needs no escaping in a URL, a shell or SQL. */
export function newSecret(): string {
  return randomBytes(24).toString('base64url');
}

/** Writes a file that only we can read (0600), whole or not at all. */
export function writeSecretFile(file: string, content: string): void {
  const partial = `${file}.${process.pid}`;
  const handle = openSync(partial, 'w', 0o600);
  try {
    writeSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(partial, file);
}

/** Content of a secret file, or undefined where there is none yet. */
export function readSecretFile(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    // Node documents file-system errors as ErrnoException; anything else has no code and is thrown on.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
