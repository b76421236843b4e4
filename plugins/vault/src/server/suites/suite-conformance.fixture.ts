import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { NONCE_BYTES, SealBroken, type Suite } from '.';

const master = Buffer.alloc(32, 5);
const aad = Buffer.from('name\u0000subject');
const bytes = (max: number) => fc.uint8Array({ maxLength: max }).map((array) => Buffer.from(array));

/** What every algorithm profile has to keep, whatever it is made of. */
export function conformsAsSuite(suite: Suite): void {
  const key = suite.derive(master, 'field:name');
  const sealed = (clear: Buffer | string, nonce = randomBytes(NONCE_BYTES)) => {
    const [text, tag] = suite.seal(key, nonce, aad, clear);
    // Both may be views of a buffer that is used again.
    return { nonce, text: Buffer.from(text), tag: Buffer.from(tag) };
  };

  it('opens what it sealed, bytes and texts of every length', () => {
    fc.assert(
      fc.property(bytes(300), (clear) => {
        const { nonce, text, tag } = sealed(clear);
        expect(suite.open(key, nonce, aad, text, tag).equals(clear)).toBe(true);
      }),
    );
    for (const length of [0, 1, 15, 16, 17, 65_535, 65_536]) {
      const clear = randomBytes(length);
      const { nonce, text, tag } = sealed(clear);
      expect(suite.open(key, nonce, aad, text, tag).equals(clear)).toBe(true);
    }
    const { nonce, text, tag } = sealed('张三丰');
    expect(suite.open(key, nonce, aad, text, tag).toString('utf8')).toBe('张三丰');
  });

  it('adds 16 bytes of tag and nothing else', () => {
    fc.assert(
      fc.property(bytes(200), (clear) => {
        const { text, tag } = sealed(clear);
        expect([text.length, tag.length]).toEqual([clear.length, 16]);
      }),
    );
  });

  it('refuses every flipped bit of text, tag, nonce and additional data', () => {
    const { nonce, text, tag } = sealed('110101199003071234');
    for (const [name, part] of Object.entries({ nonce, text, tag, aad })) {
      for (let bit = 0; bit < part.length * 8; bit += 1) {
        const flipped = Buffer.from(part);
        flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        const changed = { nonce, text, tag, aad, [name]: flipped };
        expect(() => suite.open(key, changed.nonce, changed.aad, changed.text, changed.tag)).toThrow(SealBroken);
      }
    }
  });

  it('refuses a shortened or empty tag, and bytes moved between additional data and text', () => {
    const { nonce, text, tag } = sealed('some text');
    for (const length of [0, 1, 4, 8, 12, 15]) {
      expect(() => suite.open(key, nonce, aad, text, tag.subarray(0, length))).toThrow(SealBroken);
    }
    const longer = Buffer.concat([aad, text.subarray(0, 1)]);
    expect(() => suite.open(key, nonce, longer, text.subarray(1), tag)).toThrow(SealBroken);
    expect(() => suite.open(key, nonce, aad.subarray(0, -1), Buffer.concat([aad.subarray(-1), text]), tag)).toThrow(
      SealBroken,
    );
  });

  it('refuses another master key and another purpose', () => {
    const { nonce, text, tag } = sealed('some text');
    const others = [suite.derive(Buffer.alloc(32, 6), 'field:name'), suite.derive(master, 'field:phone')];
    for (const other of others) expect(() => suite.open(other, nonce, aad, text, tag)).toThrow(SealBroken);
  });

  it('derives keys that differ from each other and are the same again', () => {
    const hex = (of: Suite['derive'], seed: number, purpose: string) =>
      Object.values(of(Buffer.alloc(32, seed), purpose)).map((one) => one.export().toString('hex'));
    const all = [...hex(suite.derive, 5, 'a'), ...hex(suite.derive, 5, 'b'), ...hex(suite.derive, 6, 'a')];
    expect(new Set(all).size).toBe(6);
    expect(hex(suite.derive, 5, 'a')).toEqual(all.slice(0, 2));
  });

  it('hashes under a key to 32 bytes', () => {
    const { authentication } = key;
    expect(suite.mac(authentication, 'a')).toHaveLength(32);
    expect(suite.mac(authentication, 'a').equals(suite.mac(authentication, 'b'))).toBe(false);
    expect(suite.mac(authentication, 'a').equals(suite.mac(suite.derive(master, 'x').authentication, 'a'))).toBe(false);
  });
}
