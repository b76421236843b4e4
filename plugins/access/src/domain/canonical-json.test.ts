import fc from 'fast-check';
import { canonicalJson } from './index';

describe('canonicalJson', () => {
  it('does not depend on the order of keys', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: 'x' })).toBe(canonicalJson({ a: 'x', b: [{ c: 2, d: 1 }] }));
  });

  it('depends on the order of lists, on types and on absence', () => {
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
    expect(canonicalJson({ a: 1 })).not.toBe(canonicalJson({ a: '1' }));
    expect(canonicalJson({ a: 5n })).not.toBe(canonicalJson({ a: 5 }));
    expect(canonicalJson({ a: null })).not.toBe(canonicalJson({}));
  });

  it('means the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('writes a Date as its instant', () => {
    expect(canonicalJson({ at: new Date('2026-01-31T17:00:00Z') })).toBe('{"at":"2026-01-31T17:00:00.000Z"}');
  });
});
