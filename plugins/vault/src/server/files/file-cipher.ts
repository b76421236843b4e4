import { createSecretKey, hkdfSync, randomBytes } from 'node:crypto';
import type { Keyring } from '../keys/keyring';
import { SealBroken, TAG_BYTES, type Suite, type SuiteKey } from '../suites';
import { regroup, withLast } from './regroup';

/**
 * Sealed form of a file: head (magic, key number, salt), then pieces of 64 KiB, each sealed under a key of this file alone in the
 * suite of the ring's key: `LGF1` AES-256-GCM, `LGS1` SM4-CTR with HMAC-SM3. The nonce counts the pieces and marks the last, so that
 * pieces cannot be dropped, swapped or cut off (the STREAM construction, Hoang, Reyhanitabar, Rogaway and Vizár 2015).
 */
const magics = { 'aes-256-gcm': Buffer.from('LGF1'), 'sm4-ctr-hmac-sm3': Buffer.from('LGS1') };
const MAGIC_BYTES = 4;
const SALT_BYTES = 32;
const HEAD_BYTES = MAGIC_BYTES + 2 + SALT_BYTES;
const PIECE_BYTES = 65_536;

/** A sealed file does not open: other key, kind or subject, or bytes changed, cut off or moved. */
export class FileBroken extends Error {
  constructor() {
    super('the sealed file does not open');
    this.name = 'FileBroken';
  }
}

export interface FileIdentity {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
}

export async function* sealFile(
  keyring: Keyring,
  file: FileIdentity,
  clear: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT_BYTES);
  const number = Buffer.from([keyring.current >> 8, keyring.current & 0xff]);
  const suite = keyring.suiteOf(keyring.current);
  yield Buffer.concat([magics[suite.name], number, salt]);
  const key = keyOf(keyring, keyring.current, file.kind, salt);
  let count = 0;
  for await (const { piece, isLast } of withLast(regroup(clear, PIECE_BYTES))) {
    yield Buffer.concat(suite.seal(key, nonceOf(count, isLast), aadOf(file), piece));
    count += 1;
  }
}

/** @throws FileBroken, also in the middle: what was given before it was whole and in its place */
export async function* openFile(
  keyring: Keyring,
  file: FileIdentity,
  sealed: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  const { head, rest } = await splitHead(sealed);
  const number = head.readUInt16BE(MAGIC_BYTES);
  if (!keyring.numbers.includes(number)) throw new FileBroken();
  const suite = keyring.suiteOf(number);
  if (!head.subarray(0, MAGIC_BYTES).equals(magics[suite.name])) throw new FileBroken();
  const key = keyOf(keyring, number, file.kind, head.subarray(MAGIC_BYTES + 2));
  let count = 0;
  for await (const { piece, isLast } of withLast(regroup(rest, PIECE_BYTES + TAG_BYTES))) {
    const clear = openPiece(suite, key, nonceOf(count, isLast), aadOf(file), piece);
    if (clear.length > 0) yield clear;
    count += 1;
  }
}

function openPiece(suite: Suite, key: SuiteKey, nonce: Buffer, aad: Buffer, piece: Buffer): Buffer {
  if (piece.length < TAG_BYTES) throw new FileBroken();
  try {
    return suite.open(key, nonce, aad, piece.subarray(0, -TAG_BYTES), piece.subarray(-TAG_BYTES));
  } catch (error) {
    throw error instanceof SealBroken ? new FileBroken() : error;
  }
}

async function splitHead(sealed: AsyncIterable<Buffer>): Promise<{ head: Buffer; rest: AsyncIterable<Buffer> }> {
  const chunks = sealed[Symbol.asyncIterator]();
  let start = Buffer.alloc(0);
  while (start.length < HEAD_BYTES) {
    const next = await chunks.next();
    if (next.done) throw new FileBroken();
    start = Buffer.concat([start, next.value]);
  }
  return { head: start.subarray(0, HEAD_BYTES), rest: continued(start.subarray(HEAD_BYTES), chunks) };
}

async function* continued(first: Buffer, chunks: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    if (first.length > 0) yield first;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  } finally {
    // A reader that stops early must not leave the file open.
    await chunks.return?.();
  }
}

function keyOf(keyring: Keyring, number: number, kind: string, salt: Buffer): SuiteKey {
  const suite = keyring.suiteOf(number);
  if (suite.name !== 'aes-256-gcm') {
    // A master of its own for each file; its salt is the purpose that the suite derives by.
    const master = keyring.suiteKeyFor(number, `file:${kind}`).authentication.export();
    return suite.derive(master, `linggong-file:${salt.toString('base64')}`);
  }
  const key = createSecretKey(
    Buffer.from(hkdfSync('sha256', keyring.keyFor(number, `file:${kind}`), salt, 'linggong-file', 32)),
  );
  return { encryption: key, authentication: key };
}

function nonceOf(count: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(count, 5, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

function aadOf({ id, kind, subject }: FileIdentity): Buffer {
  return Buffer.from(`${kind}\u0000${subject}\u0000${id}`);
}
