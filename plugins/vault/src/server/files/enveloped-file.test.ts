import { randomBytes } from 'node:crypto';
import { createDataKey } from '../keys/data-key';
import { smKeyring, testKeyring } from '../keyring.fixture';
import { demandSuite, type SuiteName } from '../suites';
import { newFileSecret, openEnveloped, sealEnveloped } from './enveloped-file';
import { unwrapFileKey, wrapFileKey } from './file-key';
import { FileBroken } from './file-pieces';
import { openFile, sealFile, secretOfFile } from './ring-file';

const file = { id: 'file-1', kind: 'payout-sheet', subject: 'batch:1' };
const PIECE = 65_536;

async function* streamOf(bytes: Buffer, size = 7_001): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function collect(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

const suites: readonly SuiteName[] = ['aes-256-gcm', 'sm4-ctr-hmac-sm3'];

describe.each(suites)('a file under a key of its own, %s', (name) => {
  const suite = demandSuite(name);
  const secret = newFileSecret();
  const seal = (clear: Buffer): Promise<Buffer> => collect(sealEnveloped(suite, secret, file, streamOf(clear)));
  const open = (sealed: Buffer, of = file, by = secret): Promise<Buffer> =>
    collect(openEnveloped(by, of, streamOf(sealed, 5_003)));

  it.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE + 17])('comes back with %d bytes', async (length) => {
    const clear = randomBytes(length);
    expect((await open(await seal(clear))).equals(clear)).toBe(true);
  });

  it('does not open under another id, kind, subject or key', async () => {
    const sealed = await seal(Buffer.from('text'));
    for (const other of [{ id: 'file-2' }, { kind: 'contract' }, { subject: 'batch:2' }]) {
      await expect(open(sealed, { ...file, ...other })).rejects.toThrow(FileBroken);
    }
    await expect(open(sealed, file, newFileSecret())).rejects.toThrow(FileBroken);
    await expect(open(sealed, file, randomBytes(48))).rejects.toThrow(FileBroken);
  });

  it('does not open with a changed head, changed, dropped, swapped or cut pieces', async () => {
    const sealed = await seal(randomBytes(3 * PIECE));
    const head = sealed.subarray(0, 8);
    const [a, b, c] = [0, 1, 2].map((n) => sealed.subarray(8 + n * (PIECE + 16), 8 + (n + 1) * (PIECE + 16))) as [
      Buffer,
      Buffer,
      Buffer,
    ];
    const changed = (at: number): Buffer => {
      const bytes = Buffer.from(sealed);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      return bytes;
    };
    const broken = [0, 3, 4, 5, 7, 70_000].map(changed);
    for (const pieces of [[head, a, b], [head, b, a, c], [head, a, c], [head], [head.subarray(0, 6)]]) {
      broken.push(Buffer.concat(pieces));
    }
    for (const bytes of broken) await expect(open(bytes)).rejects.toThrow(FileBroken);
  });

  it('has its key wrapped under a data key, for itself alone', () => {
    const key = createDataKey(7, suite, randomBytes(32));
    const keys = { find: (number: number) => (number === 7 ? key : undefined) };
    const wrapped = wrapFileKey(key, file, secret);
    expect(wrapped).toHaveLength(63);
    expect(unwrapFileKey(keys, file, wrapped).equals(secret)).toBe(true);
    expect(wrapFileKey(key, file, secret).equals(wrapped)).toBe(false);
    expect(() => unwrapFileKey(keys, { ...file, id: 'file-2' }, wrapped)).toThrow(FileBroken);
    expect(() => unwrapFileKey({ find: () => undefined }, file, wrapped)).toThrow(FileBroken);
    expect(() => unwrapFileKey(keys, file, wrapped.subarray(0, 30))).toThrow(FileBroken);
    for (let at = 0; at < wrapped.length; at += 1) {
      const other = Buffer.from(wrapped);
      other.writeUInt8(other.readUInt8(at) ^ 1, at);
      expect(() => unwrapFileKey(keys, file, other)).toThrow(FileBroken);
    }
  });
});

describe.each([
  ['LGF1', testKeyring],
  ['LGS1', smKeyring],
])('a file of the form %s', (magic, ringOf) => {
  it('opens by the key of its envelope alone, byte for byte as it lies', async () => {
    const clear = randomBytes(2 * PIECE + 5);
    const sealed = await collect(sealFile(ringOf(), file, streamOf(clear)));
    expect(sealed.subarray(0, 4).toString()).toBe(magic);
    const secret = await secretOfFile(ringOf(), file, streamOf(sealed));
    expect((await collect(openEnveloped(secret, file, streamOf(sealed)))).equals(clear)).toBe(true);
    expect((await collect(openFile(ringOf(), file, streamOf(sealed)))).equals(clear)).toBe(true);
    await expect(collect(openEnveloped(randomBytes(secret.length), file, streamOf(sealed)))).rejects.toThrow(
      FileBroken,
    );
  });

  it('gets no envelope where it does not open, and leaves its stream closed', async () => {
    const sealed = await collect(sealFile(ringOf(), file, streamOf(Buffer.from('text'))));
    let closed = 0;
    const watched = async function* (bytes: Buffer): AsyncGenerator<Buffer> {
      try {
        yield* streamOf(bytes, 10);
      } finally {
        closed += 1;
      }
    };
    const salted = Buffer.from(sealed);
    salted.writeUInt8(salted.readUInt8(20) ^ 1, 20);
    for (const bytes of [salted, Buffer.concat([Buffer.from('LGX1'), sealed.subarray(4)])]) {
      await expect(secretOfFile(ringOf(), file, watched(bytes))).rejects.toThrow(FileBroken);
    }
    await secretOfFile(ringOf(), file, watched(sealed));
    expect(closed).toBe(3);
  });
});
