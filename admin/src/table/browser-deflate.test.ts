import { inflateRawSync } from 'node:zlib';
import { browserDeflate } from './browser-deflate';

describe('the deflate of a browser', () => {
  it('packs every piece, in order', async () => {
    const text = 'abc'.repeat(100_000);
    const pieces: Uint8Array[] = [];
    const clear = async function* (): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < text.length; at += 10_000) yield new TextEncoder().encode(text.slice(at, at + 10_000));
    };
    for await (const piece of browserDeflate(clear())) pieces.push(piece);
    expect(inflateRawSync(Buffer.concat(pieces)).toString()).toBe(text);
  });

  it('throws what its rows throw', async () => {
    const broken = async function* (): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(10);
      throw new Error('the line was cut');
    };
    const read = async (): Promise<void> => {
      for await (const piece of browserDeflate(broken())) expect(piece).toBeDefined();
    };
    await expect(read()).rejects.toThrow('the line was cut');
  });
});
