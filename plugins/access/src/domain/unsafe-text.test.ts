import { unsafeTextPath } from './index';

describe('unsafeTextPath', () => {
  it.each([
    [{ a: 'plain 张三 𬭎' }, undefined],
    [{ a: { b: ['ok', 'nul\u0000'] } }, 'a.b.1'],
    [{ a: 'half \ud83d pair' }, 'a'],
    [{ a: { 'key\u0000': 1 } }, 'a'],
    ['\u0000', ''],
    [undefined, undefined],
    [null, undefined],
    [12, undefined],
  ])('%j -> %j', (value, path) => {
    expect(unsafeTextPath(value)).toBe(path);
  });

  it('bears nesting that would overflow a stack', () => {
    let deep: unknown = 'bad \u0000';
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(unsafeTextPath(deep)).toMatch(/^0\.0/);
  });
});
