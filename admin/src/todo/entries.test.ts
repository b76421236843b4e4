import fc from 'fast-check';
import type { Todo, Waiting, WaitingRow } from './waiting';
import { deadlineOf, entriesOf, entryAt, neighbourOf, nextOf, urgencyOf, type Entry } from './entries';

const now = Date.parse('2026-11-22T04:00:00Z');
const kind = (key: string): Todo => ({ key, resource: 'orders', filter: undefined, fen: undefined });
const row = (id: string, clock: Partial<Pick<WaitingRow, 'since' | 'dueOn' | 'dueAt'>>): WaitingRow => ({
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
  ...clock,
});
const kindOf = (key: string, ...rows: WaitingRow[]): Waiting => ({ todo: kind(key), count: rows.length, rows });
const keys = (entries: readonly Entry[]): string[] => entries.map(({ key }) => key);

describe('the list of what waits', () => {
  it('has what is late first, then what ends soon, then the oldest, then what ends later, whatever kind they are of', () => {
    const waiting = [
      kindOf(
        'a',
        row('old', { since: '2026-11-01T00:00:00Z' }),
        row('young', { since: '2026-11-22T03:00:00Z' }),
        row('timeless', {}),
      ),
      kindOf(
        'b',
        row('nextWeek', { dueOn: '2026-11-29' }),
        row('tomorrow', { dueOn: '2026-11-23' }),
        row('late', { dueOn: '2026-11-20' }),
      ),
      kindOf('c', row('anHour', { dueAt: '2026-11-22T05:00:00Z' }), row('longLate', { dueAt: '2026-11-19T05:00:00Z' })),
    ];
    expect(keys(entriesOf(waiting, now))).toEqual([
      'c/longLate',
      'b/late',
      'c/anHour',
      'b/tomorrow',
      'a/old',
      'a/young',
      'a/timeless',
      'b/nextWeek',
    ]);
  });

  it('ends a day with the day in Shanghai', () => {
    expect(deadlineOf({ dueOn: '2026-11-22', dueAt: null })).toBe(Date.parse('2026-11-22T16:00:00Z'));
    expect(urgencyOf({ dueOn: '2026-11-22', dueAt: null }, Date.parse('2026-11-22T15:59:59Z'))).toBe('due');
    expect(urgencyOf({ dueOn: '2026-11-22', dueAt: null }, Date.parse('2026-11-22T16:00:00Z'))).toBe('late');
    expect(urgencyOf({ dueOn: null, dueAt: null }, now)).toBe('aged');
  });

  it('loses nothing, and nothing late stands behind what is not', () => {
    const days = fc.option(fc.integer({ min: -40, max: 40 }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(fc.tuple(days, days)), (clocks) => {
        const rows = clocks.map(([due, age], index) =>
          row(index.toString(), {
            ...(due === undefined ? {} : { dueAt: new Date(now + due * 86_400_000).toISOString() }),
            ...(age === undefined ? {} : { since: new Date(now - age * 86_400_000).toISOString() }),
          }),
        );
        const entries = entriesOf([kindOf('a', ...rows)], now);
        expect(keys(entries).sort()).toEqual(rows.map(({ id }) => `a/${id}`).sort());
        const ranks = entries.map((entry) => ['late', 'due', 'aged', 'later'].indexOf(urgencyOf(entry.row, now)));
        expect(ranks).toEqual([...ranks].sort());
      }),
    );
  });
});

describe('what comes next', () => {
  const before = entriesOf([kindOf('a', ...['1', '2', '3'].map((id) => row(id, { dueOn: `2026-11-2${id}` })))], now);
  const without = (...gone: string[]): Entry[] => before.filter(({ key }) => !gone.includes(key));

  it('is the one behind, else the one before, else nothing', () => {
    expect(nextOf(before, without('a/2'), 'a/2')?.key).toBe('a/3');
    expect(nextOf(before, without('a/3'), 'a/3')?.key).toBe('a/2');
    expect(nextOf(before, without('a/2', 'a/3'), 'a/2')?.key).toBe('a/1');
    expect(nextOf(before, [], 'a/2')).toBeUndefined();
  });

  it('is what has come since, where nothing of the old list is left', () => {
    const [fresh] = entriesOf([kindOf('b', row('9', {}))], now);
    expect(nextOf(before, fresh === undefined ? [] : [fresh], 'a/1')?.key).toBe('b/9');
  });

  it('walks by keys and stops at both ends', () => {
    expect(neighbourOf(before, undefined, 1)?.key).toBe('a/1');
    expect(neighbourOf(before, undefined, -1)?.key).toBe('a/3');
    expect(neighbourOf(before, 'a/1', -1)?.key).toBe('a/1');
    expect(neighbourOf(before, 'a/1', 1)?.key).toBe('a/2');
    expect(neighbourOf(before, 'a/3', 1)?.key).toBe('a/3');
    expect(neighbourOf([], 'a/3', 1)).toBeUndefined();
  });

  it('has an address that keeps the kinds that are shown', () => {
    expect(entryAt({ key: 'approvals/0b1-2' }, '?kind=approvals')).toBe('/todo/approvals/0b1-2?kind=approvals');
  });
});
