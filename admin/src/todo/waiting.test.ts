import { guides } from '../i18n/zh/guides';
import { resources } from '../resources';
import { toldKinds } from './told-kinds.fixture';
import { kindsOf, shortReasons, type WaitingRow } from './waiting';

const row = (id: string): WaitingRow => ({
  id,
  title: id,
  name: null,
  about: null,
  whose: '',
  note: '',
  reasons: [],
  since: null,
  dueOn: null,
  dueAt: null,
  fen: null,
});

describe('what waits', () => {
  it('stands with its kind', () => {
    const kind = { kind: 'a', list: 'orders', filter: { state: 'returned' }, fenField: 'netFen', count: 70 };
    const found = kindsOf({
      at: '2026-11-22T00:00:00Z',
      kinds: [kind, { ...kind, kind: 'b', filter: null, fenField: null, count: 1 }],
      items: [
        { ...row('1'), kind: 'a' },
        { ...row('2'), kind: 'b' },
        { ...row('3'), kind: 'a' },
      ],
    });
    expect(found.map(({ todo, count, rows }) => [todo, count, rows.map(({ id }) => id)])).toEqual([
      [{ key: 'a', resource: 'orders', filter: { state: 'returned' }, fen: 'netFen' }, 70, ['1', '3']],
      [{ key: 'b', resource: 'orders', filter: undefined, fen: undefined }, 1, ['2']],
    ]);
  });

  it('has words and a page for every kind that a plugin tells', () => {
    const words: Readonly<Record<string, string>> = guides.todo;
    expect(toldKinds.length).toBeGreaterThan(20);
    expect(toldKinds.filter(({ key }) => words[key] === undefined)).toEqual([]);
    expect(toldKinds.filter(({ list }) => list !== '' && !resources.some(({ name }) => name === list))).toEqual([]);
  });

  it('names the weightiest reasons and counts the others', () => {
    expect(shortReasons(['a', 'b', 'c', 'd', 'e'])).toEqual({ named: ['a', 'b', 'c'], more: 2 });
    expect(shortReasons(['a'])).toEqual({ named: ['a'], more: 0 });
  });
});
