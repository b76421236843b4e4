import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { smKeyring, testKeyring } from '../keyring.fixture';
import { FileBroken } from './file-pieces';
import { openFile, sealFile } from './ring-file';

const file = { id: 'file-1', kind: 'payout-sheet', subject: 'batch:1' };
const PIECE = 65_536;

async function* streamOf(bytes: Buffer, size = bytes.length || 1): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function collect(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

describe.each([
  ['AES-256-GCM', testKeyring],
  ['SM4-CTR with HMAC-SM3', smKeyring],
])('files sealed under a ring key of %s', (_name, ringOf) => {
  const keyring = ringOf();
  const seal = (clear: Buffer): Promise<Buffer> => collect(sealFile(keyring, file, streamOf(clear, 7_001)));
  const open = (sealed: Buffer, of = file): Promise<Buffer> => collect(openFile(keyring, of, streamOf(sealed, 5_003)));

  it.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 17])('%d bytes come back', async (length) => {
    const clear = randomBytes(length);
    expect((await open(await seal(clear))).equals(clear)).toBe(true);
  });

  it('come back however the stream is cut', async () => {
    const clear = randomBytes(2 * PIECE + 5);
    const sealed = await seal(clear);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 97, max: 3 * PIECE }), async (size) => {
        expect((await collect(openFile(keyring, file, streamOf(sealed, size)))).equals(clear)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('do not open under another id, kind, subject or key', async () => {
    const sealed = await seal(Buffer.from('text'));
    await expect(open(sealed, { ...file, id: 'file-2' })).rejects.toThrow(FileBroken);
    await expect(open(sealed, { ...file, kind: 'contract' })).rejects.toThrow(FileBroken);
    await expect(open(sealed, { ...file, subject: 'batch:2' })).rejects.toThrow(FileBroken);
    const foreign = ringOf === testKeyring ? smKeyring() : testKeyring();
    await expect(collect(openFile(foreign, file, streamOf(sealed)))).rejects.toThrow(FileBroken);
    await expect(collect(openFile(ringOf(2), file, streamOf(sealed)))).rejects.toThrow(FileBroken);
  });

  it('do not open when bytes are changed, or pieces dropped, swapped, repeated or cut off', async () => {
    const sealed = await seal(randomBytes(3 * PIECE));
    const head = sealed.subarray(0, 38);
    const pieces = [0, 1, 2].map((n) => sealed.subarray(38 + n * (PIECE + 16), 38 + (n + 1) * (PIECE + 16)));
    const [a, b, c] = pieces as [Buffer, Buffer, Buffer];
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(70_000) ^ 1, 70_000);
    for (const broken of [
      changed,
      [head, a, b],
      [head, b, a, c],
      [head, a, b, b, c],
      [head, a, c],
      [head],
      [head.subarray(0, 9)],
    ]) {
      const bytes = Array.isArray(broken) ? Buffer.concat(broken) : broken;
      await expect(open(bytes)).rejects.toThrow(FileBroken);
    }
  });

  it('keep little in memory: pieces leave while the source still gives', async () => {
    let given = 0;
    const source = async function* (): AsyncGenerator<Buffer> {
      for (; given < 400; given += 1) yield Buffer.alloc(PIECE);
    };
    const sealed = sealFile(keyring, file, source());
    for (let taken = 0; taken < 5; taken += 1) await sealed.next();
    expect(given).toBeLessThan(10);
    await sealed.return(undefined);
  });
});
