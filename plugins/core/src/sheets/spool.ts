import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sheetProblems } from './sheet-problems';

const BLOCK_BYTES = 16;
const READ_BYTES = 262_144;

/**
 * Keeps an upload on disk so that it can be read twice and at any place, without ever being there in clear: AES-256-CTR
 * under a key that lives only in this object. The file is unlinked as soon as it is open, so that not even kill -9
 * leaves one behind.
 */
export class Spool {
  private constructor(
    private readonly file: FileHandle,
    private readonly key: Buffer,
    readonly bytes: number,
    readonly sha256: string,
  ) {}

  /** @throws Problem `sheet-too-large` as soon as the source passes `maxBytes`. */
  static async from(source: AsyncIterable<Buffer>, maxBytes: number): Promise<Spool> {
    const file = await unlinkedFile();
    try {
      const key = randomBytes(32);
      const { bytes, sha256 } = await fill(file, key, source, maxBytes);
      return new Spool(file, key, bytes, sha256);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** The clear bytes from `start` to `end` (exclusive). */
  async *read(start = 0, end = this.bytes): AsyncGenerator<Buffer> {
    const decipher = cipherAt(this.key, start);
    for (let position = start; position < end; position += READ_BYTES) {
      const length = Math.min(READ_BYTES, end - position);
      const { buffer, bytesRead } = await this.file.read(Buffer.alloc(length), 0, length, position);
      if (bytesRead !== length) throw new Error('spool: short read');
      yield decipher.update(buffer);
    }
  }

  close(): Promise<void> {
    return this.file.close();
  }
}

async function unlinkedFile(): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), 'linggong-sheet-'));
  try {
    return await open(join(folder, 'sheet'), 'wx+', 0o600);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function fill(file: FileHandle, key: Buffer, source: AsyncIterable<Buffer>, maxBytes: number) {
  const cipher = cipherAt(key, 0);
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw sheetProblems.tooLarge(maxBytes);
    hash.update(chunk);
    await file.appendFile(cipher.update(chunk));
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** The CTR key stream from a byte position on: the counter starts at its block, the bytes before it are thrown away. */
function cipherAt(key: Buffer, position: number) {
  const counter = Buffer.alloc(BLOCK_BYTES);
  counter.writeBigUInt64BE(BigInt(Math.floor(position / BLOCK_BYTES)), 8);
  const cipher = createCipheriv('aes-256-ctr', key, counter);
  cipher.update(Buffer.alloc(position % BLOCK_BYTES));
  return cipher;
}
