import { neededLog } from './needed-log';

describe('the log that is needed', () => {
  const segment = (number: number, timeline = 1): string =>
    `0000000${timeline}00000000000000${number.toString(16).toUpperCase().padStart(2, '0')}`;
  const base = (day: string, first: number, last: number) => ({
    first: segment(first),
    last: segment(last),
    finishedAt: new Date(`${day}T00:00:00Z`),
  });
  const bases = [base('2026-10-01', 2, 3), base('2026-11-20', 20, 21), base('2026-11-25', 30, 31)];
  const isNeeded = neededLog(bases, new Date('2026-11-19T00:00:00Z'));

  it.each<[string, number, boolean]>([
    ['before every base', 1, false],
    ['of an old base, its first', 2, true],
    ['of an old base, its last', 3, true],
    ['between an old base and the last days', 4, false],
    ['from the oldest base of the last days', 20, true],
    ['between two of them', 25, true],
    ['after the newest', 40, true],
  ])('%s', (_what, number, is) => expect(isNeeded(segment(number))).toBe(is));

  it('is that of the newest base, however old it is, and all of it where there is none', () => {
    const old = neededLog(bases, new Date('2026-12-31T00:00:00Z'));
    expect([old(segment(25)), old(segment(30)), old(segment(35, 2))]).toEqual([false, true, true]);
    expect(neededLog([], new Date())(segment(1))).toBe(true);
    expect(isNeeded('00000002.history')).toBe(true);
  });
});
