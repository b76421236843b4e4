import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Finding, Hunter } from '../hunter';

export interface FolderHunt {
  readonly findings: Finding[];
  readonly files: number;
  readonly bytes: number;
}

/** Every byte of every file below a folder, and every name: cluster, write-ahead log, server log, vault, backups, drop folders. */
export async function huntFolder(folder: string, hunter: Hunter): Promise<FolderHunt> {
  const findings = new Map<string, Finding>();
  let files = 0;
  let bytes = 0;
  for (const name of await namesBelow(folder)) {
    const note = (found: Omit<Finding, 'place'>): void =>
      void findings.set(`${name} ${found.canary} ${found.spelling}`, { ...found, place: name });
    hunter.inPiece(Buffer.from(name)).forEach(note);
    bytes += await huntFile(path.join(folder, name), hunter, note);
    files += 1;
  }
  return { findings: [...findings.values()], files, bytes };
}

async function namesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

async function huntFile(file: string, hunter: Hunter, note: (found: Omit<Finding, 'place'>) => void): Promise<number> {
  const look = hunter.stream(note);
  let bytes = 0;
  try {
    for await (const piece of createReadStream(file, { highWaterMark: 1 << 20 })) {
      look(piece as Buffer);
      bytes += (piece as Buffer).length;
    }
  } catch (error) {
    // A server at work removes files while we look: a log segment, a temporary file.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return bytes;
}
