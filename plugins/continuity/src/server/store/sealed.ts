import { createHash } from 'node:crypto';
import { openFile, sealFile, type FileIdentity, type Keyring } from '@linggong/vault';
import type { BackupStore } from './backup-store';

/** What is stored of one object (备份分片): SHA-256 (hex) and length of the sealed bytes. */
export interface StoredPart {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** A store and the keys that close and open what lies in it. */
export interface SealedStore {
  readonly store: BackupStore;
  readonly keyring: Keyring;
}

/** A stored object is not what its manifest says. */
export class PartBroken extends Error {
  constructor(readonly object: string) {
    super(`the stored object ${object} does not have the checksum of its manifest`);
    this.name = 'PartBroken';
  }
}

/** Bound into the seal: an object opens under its own name only. */
function identityOf(name: string): FileIdentity {
  return { id: name, kind: 'backup', subject: 'continuity' };
}

/** Seals a stream (AES-256-GCM in pieces, as the vault's files) into the store; constant memory. */
export async function putSealed(
  { store, keyring }: SealedStore,
  name: string,
  clear: AsyncIterable<Buffer>,
): Promise<StoredPart> {
  const hash = createHash('sha256');
  let bytes = 0;
  const measured = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of sealFile(keyring, identityOf(name), clear)) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  await store.put(name, measured());
  return { name, sha256: hash.digest('hex'), bytes };
}

/**
 * The clear bytes of a sealed object. What was given before the end was authentic and in its place; whole it is only then.
 * @throws ObjectMissing; FileBroken for changed, cut or swapped bytes, or another key; PartBroken for another checksum
 */
export async function* getSealed(
  { store, keyring }: SealedStore,
  name: string,
  expected?: Pick<StoredPart, 'sha256'>,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const hashed = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of store.get(name)) {
      if (expected) hash.update(chunk);
      yield chunk;
    }
  };
  yield* openFile(keyring, identityOf(name), hashed());
  if (expected && hash.digest('hex') !== expected.sha256) throw new PartBroken(name);
}

/** Seals in memory: for segments of the log and manifests, whose size is known to be small. */
export async function sealBytes(keyring: Keyring, name: string, clear: Buffer): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of sealFile(keyring, identityOf(name), one(clear))) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Opens in memory what `sealBytes` sealed. @throws FileBroken */
export async function openBytes(keyring: Keyring, name: string, sealed: Buffer): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of openFile(keyring, identityOf(name), one(sealed))) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* one(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** Reads a whole object into memory. @throws RangeError above `bytesMax` */
export async function readWhole(store: BackupStore, name: string, bytesMax: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of store.get(name)) {
    bytes += chunk.length;
    if (bytes > bytesMax) throw new RangeError(`${name} is larger than ${bytesMax} bytes`);
    pieces.push(chunk);
  }
  return Buffer.concat(pieces, bytes);
}
