import fc from 'fast-check';
import { cursorOf, fitsType, placeOf } from './index';

const encode = (text: string): string => Buffer.from(text).toString('base64url');
const decode = (text: string): string => Buffer.from(text, 'base64url').toString();

describe('cursors', () => {
  it('come back as the place they stand for', () => {
    fc.assert(
      fc.property(fc.string(), fc.bigInt({ min: 1n, max: 2n ** 62n }), (value, id) => {
        const place = { value, id: String(id) };
        expect(placeOf(cursorOf(place, encode), decode)).toEqual(place);
      }),
    );
  });

  it.each([
    '',
    'nonsense',
    encode('{}'),
    encode('[1,2]'),
    encode('["a"]'),
    encode('["a","b","c"]'),
    encode(`["a","'; --"]`),
  ])('%s is no cursor', (cursor) => {
    expect(placeOf(cursor, decode)).toBeUndefined();
  });
});

it.each([
  ['int', '2147483647', '2147483648'],
  ['int', '-5', 'x'],
  ['bigint', '9223372036854775807', '9223372036854775808'],
  ['bigint', '0', '1.5'],
  ['uuid', '6b3f0a52-6a0e-4a0e-9b0a-0a5b6c7d8e9f', 'y'],
  ['date', '2026-02-28', '2026-02-30'],
  ['date', '0001-01-01', '0000-01-01'],
  ['timestamp', '2026-11-22 03:00:00', '2026-11-22 25:00:00'],
  ['timestamptz', '2026-11-22 03:00:00.123456+00', '2026-02-30 03:00:00+00'],
  ['timestamptz', '2026-11-22 03:00:00+05:30', '2026-11-22T03:00:00Z'],
  ['text', '甲', 'a\u0000'],
] as const)('a place of type %s may be %s and not %s', (type, good, bad) => {
  expect([fitsType(good, type), fitsType(bad, type)]).toEqual([true, false]);
});
