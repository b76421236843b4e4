import { isShapeExcessive, jsonShape } from './json-shape';

const nested = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);
const wide = (keys: number): unknown => Object.fromEntries(Array.from({ length: keys }, (_, n) => [`k${n}`, n]));

describe('the shape of a JSON body', () => {
  it('is bounded in depth', () => {
    expect(isShapeExcessive(nested(jsonShape.depthMax))).toBe(false);
    expect(isShapeExcessive(nested(jsonShape.depthMax + 1))).toBe(true);
    expect(isShapeExcessive(nested(400_000))).toBe(true);
  });

  it('is bounded in the keys of one object, and not in the items of a list', () => {
    expect(isShapeExcessive({ a: [wide(jsonShape.keysMax)] })).toBe(false);
    expect(isShapeExcessive({ a: [wide(jsonShape.keysMax + 1)] })).toBe(true);
    expect(isShapeExcessive(Array.from({ length: 10_000 }, () => 1))).toBe(false);
  });

  it.each([null, 1, 'x', true, {}, []])('takes %p', (value) => {
    expect(isShapeExcessive(value)).toBe(false);
  });
});
