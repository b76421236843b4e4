import fc from 'fast-check';
import { cursorOf, placeOf } from './index';

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
