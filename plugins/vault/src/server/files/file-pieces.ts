import { SealBroken, TAG_BYTES, type Suite, type SuiteKey } from '../suites';
import { regroup, withLast } from './regroup';

/**
 * What all forms of a sealed file share: behind a head, pieces of 64 KiB, each sealed under a key of this file alone. The nonce counts
 * the pieces and marks the last, so that pieces cannot be dropped, swapped or cut off (the STREAM construction, Hoang, Reyhanitabar,
 * Rogaway and Vizár 2015).
 */
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

/** The suite and key that the pieces of one file are under. */
export interface PieceKey {
  readonly suite: Suite;
  readonly key: SuiteKey;
}

export async function* sealPieces(
  { suite, key }: PieceKey,
  file: FileIdentity,
  clear: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  const aad = aadOf(file);
  let count = 0;
  for await (const { piece, isLast } of withLast(regroup(clear, PIECE_BYTES))) {
    yield Buffer.concat(suite.seal(key, nonceOf(count, isLast), aad, piece));
    count += 1;
  }
}

/** @throws FileBroken, also in the middle: what was given before it was whole and in its place */
export async function* openPieces(
  { suite, key }: PieceKey,
  file: FileIdentity,
  sealed: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  const aad = aadOf(file);
  let count = 0;
  for await (const { piece, isLast } of withLast(regroup(sealed, PIECE_BYTES + TAG_BYTES))) {
    const clear = openPiece(suite, key, nonceOf(count, isLast), aad, piece);
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

function nonceOf(count: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(count, 5, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

function aadOf({ id, kind, subject }: FileIdentity): Buffer {
  return Buffer.from(`${kind}\u0000${subject}\u0000${id}`);
}

/** The bytes of a stream from its front: a head in parts, then what follows it. */
export interface HeadReader {
  /** @throws FileBroken where the stream ends before */
  take(bytes: number): Promise<Buffer>;
  rest(): AsyncGenerator<Buffer>;
  /** A reader that stops early must not leave the file open. */
  close(): Promise<void>;
}

export function headReader(sealed: AsyncIterable<Buffer>): HeadReader {
  const chunks = sealed[Symbol.asyncIterator]();
  let waiting = Buffer.alloc(0);
  return {
    async take(bytes) {
      while (waiting.length < bytes) {
        const next = await chunks.next();
        if (next.done) throw new FileBroken();
        waiting = Buffer.concat([waiting, next.value]);
      }
      const taken = waiting.subarray(0, bytes);
      waiting = waiting.subarray(bytes);
      return taken;
    },
    async *rest() {
      if (waiting.length > 0) yield waiting;
      for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
    },
    close: async () => void (await chunks.return?.()),
  };
}
