import { createCipheriv, createHmac, createSecretKey } from 'node:crypto';
import { sm3, sm4 } from 'sm-crypto-v2';
import { demandSuite, suiteNames, suiteOfId, suites, type Suite } from '.';
import { conformsAsSuite } from './suite-conformance.fixture';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');
const keyOf = (bytes: Buffer) => createSecretKey(bytes);

describe.each(suites.map((suite) => [suite.name, suite] as const))('%s', (_name, suite) => conformsAsSuite(suite));

describe('the table of suites', () => {
  it('finds each by its name and by the byte it writes, and nothing else', () => {
    expect(suiteNames.map((name) => demandSuite(name).id)).toEqual([2, 3]);
    expect([0, 1, 2, 3, 4, undefined].map((id) => suiteOfId(id)?.name)).toEqual([
      undefined,
      undefined,
      'aes-256-gcm',
      'sm4-ctr-hmac-sm3',
      undefined,
      undefined,
    ]);
  });

  it('keeps one suite from opening what the other sealed', () => {
    const [aes, sm] = suites as [Suite, Suite];
    const master = Buffer.alloc(32, 1);
    const nonce = Buffer.alloc(12, 2);
    const [text, tag] = aes.seal(aes.derive(master, 'p'), nonce, Buffer.from('a'), 'clear');
    expect(() => sm.open(sm.derive(master, 'p'), nonce, Buffer.from('a'), text, tag)).toThrow('does not open');
  });
});

// The Galois/Counter Mode of Operation (McGrew and Viega), test cases 15 and 16; also in NIST's submission.
describe('published vectors of AES-256-GCM', () => {
  const key = hex('feffe9928665731c6d6a8f9467308308 feffe9928665731c6d6a8f9467308308');
  const clear = hex(
    'd9313225f88406e5a55909c5aff5269a 86a7a9531534f7da2e4c303d8a318a72 1c3c0c95956809532fcf0e2449a6b525 b16aedf5aa0de657ba637b391aafd255',
  );
  const text =
    '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad';

  it.each([
    ['without additional data', 64, '', 'b094dac5d93471bdec1a502270e3cc6c'],
    ['with additional data', 60, 'feedfacedeadbeeffeedfacedeadbeefabaddad2', '76fc6ece0f4e1768cddf8853bb2d551b'],
  ])('%s', (_name, length, aad, tag) => {
    const keys = { encryption: keyOf(key), authentication: keyOf(key) };
    const sealed = demandSuite('aes-256-gcm').seal(
      keys,
      hex('cafebabefacedbaddecaf888'),
      hex(aad),
      clear.subarray(0, length),
    );
    expect(sealed.map((part) => part.toString('hex'))).toEqual([text.slice(0, length * 2), tag]);
  });
});

describe('published vectors of SM4 and SM3', () => {
  const suite = demandSuite('sm4-ctr-hmac-sm3');
  const sm4Key = hex('0123456789abcdeffedcba9876543210');
  const keys = (bytes: Buffer) => ({ encryption: keyOf(bytes), authentication: keyOf(bytes) });

  // GB/T 32907-2016 appendix A.1: the second implementation is the standard's cipher, so that it may judge ours below.
  it('the block cipher', () => {
    const ecb = sm4.encrypt(sm4Key, sm4Key, { padding: 'none' });
    expect(ecb).toBe('681edf34d206965e86b3e94f536e4246');
  });

  // draft-ribose-cfrg-sm4-10, appendix A.2.5: the primitive that the suite counts with.
  it.each([
    [
      '0123456789abcdeffedcba9876543210',
      'ac3236cb970cc20791364c395a1342d1a3cbc1878c6f30cd074cce385cdd70c7f234bc0e24c11980fd1286310ce37b926e02fcd0faa0baf38b2933851d824514',
    ],
    [
      'fedcba98765432100123456789abcdef',
      '5dcccd25b95ab07417a08512ee160e2f8f661521cbbab44cc87138445bc29e5c0ae0297205d62704173b21239b887f6c8cb5b800917a2488284bde9e16ea2906',
    ],
  ])('SM4-CTR under %s', (key, text) => {
    const clear = ['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'aa', 'bb'].map((byte) => byte.repeat(8)).join('');
    const cipher = createCipheriv('sm4-ctr', hex(key), hex('000102030405060708090a0b0c0d0e0f'));
    expect(cipher.update(clear, 'hex', 'hex')).toBe(text);
  });

  // The keystream of the suite, block by block, against the block cipher of a second implementation.
  it('counter mode: nonce, then blocks counted from 1', () => {
    const nonce = hex('000102030405060708090a0b');
    const [text] = suite.seal(keys(sm4Key), nonce, Buffer.alloc(0), Buffer.alloc(64));
    const blocks = ['00000001', '00000002', '00000003', '00000004'].map((count) =>
      sm4.encrypt(Buffer.concat([nonce, hex(count)]), sm4Key, { padding: 'none' }),
    );
    expect(text.toString('hex')).toBe(blocks.join(''));
  });

  // GM/T 0042-2015 appendix D.3.
  it.each([
    [
      '0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20',
      Buffer.from('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'.repeat(2)),
      'ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a',
    ],
    [
      '0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425',
      Buffer.alloc(50, 0xcd),
      '220bf579ded555393f0159f66c99877822a3ecf610d1552154b41d44b94db3ae',
    ],
  ])('HMAC-SM3', (key, text, mac) => {
    expect(suite.mac(keyOf(hex(key)), text).toString('hex')).toBe(mac);
  });
});

describe('SM4-CTR + HMAC-SM3 against a second implementation', () => {
  const suite = demandSuite('sm4-ctr-hmac-sm3');
  const hmac = (key: Buffer, text: Buffer): Buffer => hex(sm3(text, { mode: 'hmac', key }));

  /** HKDF (RFC 5869) over the other implementation's HMAC-SM3, 48 bytes. */
  function derived(master: Buffer, purpose: string): Buffer {
    const extracted = hmac(Buffer.from('linggong-vault'), master);
    const first = hmac(extracted, Buffer.concat([Buffer.from(purpose), Buffer.of(1)]));
    return Buffer.concat([first, hmac(extracted, Buffer.concat([first, Buffer.from(purpose), Buffer.of(2)]))]).subarray(
      0,
      48,
    );
  }

  it.each(['', 'x', '张三', '110101199003071234', 'a'.repeat(1_000)])('derives and seals the same: %#', (clear) => {
    const master = Buffer.alloc(32, 9);
    const keys = derived(master, 'field:name');
    const nonce = hex('0102030405060708090a0b0c');
    const aad = Buffer.from('AwAB' + 'name\u0000subject');
    const [text, tag] = suite.seal(suite.derive(master, 'field:name'), nonce, aad, clear);
    const length = Buffer.alloc(8);
    length.writeBigUInt64BE(BigInt(aad.length));
    expect(tag.equals(hmac(keys.subarray(16), Buffer.concat([length, aad, nonce, text])).subarray(0, 16))).toBe(true);
    expect(clearOf(keys.subarray(0, 16), nonce, text)).toBe(clear);
  });

  /** Counter mode over the other implementation's block cipher. */
  function clearOf(key: Buffer, nonce: Buffer, text: Buffer): string {
    const clear = Buffer.from(text);
    for (let at = 0; at < clear.length; at += 16) {
      const counter = Buffer.alloc(4);
      counter.writeUInt32BE(at / 16 + 1);
      const block = hex(sm4.encrypt(Buffer.concat([nonce, counter]), key, { padding: 'none' }));
      for (let n = at; n < Math.min(at + 16, clear.length); n += 1) {
        clear.writeUInt8(clear.readUInt8(n) ^ block.readUInt8(n - at), n);
      }
    }
    return clear.toString('utf8');
  }

  it('hashes the same', () => {
    expect(createHmac('sm3', 'key').update('abc').digest('hex')).toBe(
      sm3('abc', { mode: 'hmac', key: Buffer.from('key').toString('hex') }),
    );
    expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  });
});
