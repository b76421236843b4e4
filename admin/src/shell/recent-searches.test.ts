import { isRecent, withSearch } from './recent-searches';

describe('searches that are kept', () => {
  it('are five, the last one first and once', () => {
    const kept = ['湘江', 'PB-2026-11-0037', '配送', 'TK-2026', 'W-2026-11-2071'].reduce<readonly string[]>(
      withSearch,
      [],
    );
    expect(withSearch(withSearch(kept, 'RC-2026-11-0016'), ' 配送 ')).toEqual([
      '配送',
      'RC-2026-11-0016',
      'W-2026-11-2071',
      'TK-2026',
      'PB-2026-11-0037',
    ]);
  });

  it.each([
    ['an identity number', '430102 19900307 221x'],
    ['a phone', '138-1234-0001'],
    ['a card', '6222 0244 0294 6788 639'],
    ['part of one', '1381234'],
    ['one among words', '张三 13812340001'],
    ['a passport', 'E12345678'],
    ['a single letter', 'W'],
  ])('never hold %s', (_name, text) => {
    expect(withSearch([], text)).toEqual([]);
  });

  it('are not read where something else lies', () => {
    expect([isRecent(['湘江']), isRecent(['13812340001']), isRecent('湘江'), isRecent([1])]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
