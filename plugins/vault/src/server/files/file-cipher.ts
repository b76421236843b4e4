import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import type { Keyring } from '../keys/keyring';
import { regroup, withLast } from './regroup';

/**
 * Sealed form of a file: head (magic `LGF1`, key number, salt), then pieces of 64 KiB, each sealed by AES-256-GCM under a key of
 * this file alone. The nonce counts the pieces and marks the last, so that pieces cannot be dropped, swapped or cut off
 * (the STREAM construction, Hoang, Reyhanitabar, Rogaway and Vizár 2015).
 */
const MAGIC = Buffer.from('LGF1');
const SALT_BYTES = 32;
const HEAD_BYTES = MAGIC.length + 2 + SALT_BYTES;
const PIECE_BYTES = 65_536;
const TAG_BYTES = 16;

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
  yield Buffer.concat([MAGIC, number, salt]);
  const key = keyOf(keyring.keyFor(keyring.current, `file:${file.kind}`), salt);
  let count = 0;
  for await (const { piece, isLast } of withLast(regroup(clear, PIECE_BYTES))) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(count, isLast));
    cipher.setAAD(aadOf(file));
    const text = cipher.update(piece);
    cipher.final();
    yield Buffer.concat([text, cipher.getAuthTag()]);
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
  const number = head.readUInt16BE(MAGIC.length);
  if (!head.subarray(0, MAGIC.length).equals(MAGIC) || !keyring.numbers.includes(number)) throw new FileBroken();
  const key = keyOf(keyring.keyFor(number, `file:${file.kind}`), head.subarray(MAGIC.length + 2));
  let count = 0;
  for await (const { piece, isLast } of withLast(regroup(rest, PIECE_BYTES + TAG_BYTES))) {
    const clear = openPiece(key, nonceOf(count, isLast), aadOf(file), piece);
    if (clear.length > 0) yield clear;
    count += 1;
  }
}

function openPiece(key: Buffer, nonce: Buffer, aad: Buffer, piece: Buffer): Buffer {
  if (piece.length < TAG_BYTES) throw new FileBroken();
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(aad);
  decipher.setAuthTag(piece.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(piece.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw new FileBroken();
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

function keyOf(master: KeyObject, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', master, salt, 'linggong-file', 32));
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
