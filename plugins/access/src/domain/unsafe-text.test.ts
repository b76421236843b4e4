import { directionMarkPath, unsafeTextPath } from './index';

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

describe('directionMarkPath', () => {
  it.each([
    [{ title: 'plain 张三 𬭎 㛃' }, undefined],
    [{ title: '👩‍👩‍👧 with joiners, and a non‌joiner' }, undefined],
    [{ title: 'يوسف' }, undefined],
    [{ title: 'invoice\u202egnp.exe' }, 'title'],
    [{ note: ['ok', '\u2067isolated\u2069'] }, 'note.1'],
    [{ content: { name: { zh: '限额\u200f' } } }, 'content.name.zh'],
    [{ content: { 'id\u061c': 1 } }, 'content'],
    ['\u202a', ''],
    [12, undefined],
  ])('%j -> %j', (value, path) => {
    expect(directionMarkPath(value)).toBe(path);
  });

  it('leaves numbers alone that the domain cleans of what a copy left in them', () => {
    expect(
      directionMarkPath({ phone: '\u202d13800138000\u202c', cards: [{ cardNumber: '\u200e6222' }] }),
    ).toBeUndefined();
  });
});
