import fc from 'fast-check';
import { createHunter } from './hunter';
import { createMatcher } from './matcher';
import { spellingsOf } from './spellings';

describe('the matcher', () => {
  it('finds what indexOf finds, whole or in pieces', () => {
    const letters = fc.array(fc.constantFrom(...'aab'), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(letters, { minLength: 1, maxLength: 6 }),
        fc.array(fc.constantFrom(...'abc'), { maxLength: 60 }),
        fc.nat(60),
        (words, text, cut) => {
          const patterns = [...new Set(words.map((word) => word.join('')))];
          const bytes = Buffer.from(text.join(''));
          const matcher = createMatcher(patterns.map((pattern) => Buffer.from(pattern)));
          let found = false;
          const hit = (): void => void (found = true);
          matcher.scan(bytes.subarray(cut), matcher.scan(bytes.subarray(0, cut), matcher.start, hit), hit);
          expect(found).toBe(patterns.some((pattern) => bytes.includes(pattern)));
        },
      ),
    );
  });

  it('takes no empty pattern', () => {
    expect(() => createMatcher([Buffer.alloc(0)])).toThrow(RangeError);
  });
});

describe('a canary', () => {
  const canaries = [
    { name: 'a.name', clear: '雀探甲' },
    { name: 'a.phone', clear: '17799000001' },
    { name: 'a.card', clear: '6222029907799000017' },
  ];
  const hunter = createHunter(canaries, new Map([['13800000001', 'known']]));

  it('is found in every spelling, among other bytes, and nowhere else', () => {
    for (const { bytes, canary, name } of hunter.spellings) {
      const piece = Buffer.concat([Buffer.from('前x'), bytes, Buffer.from(' 后')]);
      expect(hunter.inPiece(piece)).toContainEqual({ canary, spelling: name });
    }
    expect(hunter.inPiece(Buffer.from('雀** 177****0001 622202*********0017 6222029907799000018'))).toEqual([]);
  });

  it('is found in base64 and hex of a text that it stands in, wherever it begins', () => {
    for (const { clear, name } of canaries) {
      for (const before of ['', 'x', 'xy']) {
        const text = Buffer.from(`${before}${clear}后`);
        for (const encoding of ['base64', 'base64url', 'hex'] as const) {
          const seen = hunter.inPiece(Buffer.from(text.toString(encoding))).map(({ canary }) => canary);
          expect([name, encoding, seen]).toEqual([name, encoding, expect.arrayContaining([name])]);
        }
      }
    }
  });

  it('has the spellings of its kind', () => {
    expect(new Set(spellingsOf('雀探甲').map(({ name }) => name))).toEqual(
      new Set([
        'utf-8',
        'utf-16le',
        'utf-16le hex',
        'hex',
        'base64',
        'gb18030',
        'gb18030 hex',
        'gb18030 base64',
        'percent',
        'escape',
      ]),
    );
    expect(spellingsOf('17799000001').map(({ bytes }) => bytes.toString())).toEqual(
      expect.arrayContaining(['177 9900 0001', '177-9900-0001', '１７７９９０００００１']),
    );
  });

  it('is known by its number where it is one of many people', () => {
    expect(hunter.inPiece(Buffer.from('a 13800000001,'))).toEqual([{ canary: 'known', spelling: 'utf-8' }]);
    expect(hunter.inPiece(Buffer.from('a 138000000011'))).toEqual([]);
  });
});
