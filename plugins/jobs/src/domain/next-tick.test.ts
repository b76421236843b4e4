import fc from 'fast-check';
import { firstTick, nextTick } from './next-tick';

const instant = (text: string): Date => new Date(text);

describe('nextTick', () => {
  it.each([
    ['later today in Shanghai', '2026-11-22T00:00:00Z', '2026-11-22T17:10:00Z'],
    ['at the very instant: tomorrow', '2026-11-22T17:10:00Z', '2026-11-23T17:10:00Z'],
    ['after it: tomorrow', '2026-11-22T17:10:01Z', '2026-11-23T17:10:00Z'],
    ['over the end of a year', '2026-12-31T17:10:00Z', '2027-01-01T17:10:00Z'],
  ])('%s', (_what, now, next) => expect(nextTick({ daily: '01:10' }, instant(now))).toEqual(instant(next)));

  it.each([
    ['later this week: Sunday', '2026-11-26T02:00:00Z', '2026-11-28T20:30:00Z'],
    ['on the day, before the time', '2026-11-28T20:29:59Z', '2026-11-28T20:30:00Z'],
    ['at the very instant: in a week', '2026-11-28T20:30:00Z', '2026-12-05T20:30:00Z'],
    ['on Monday in Shanghai, Sunday in London', '2026-11-29T18:00:00Z', '2026-12-05T20:30:00Z'],
    ['over the end of a year', '2026-12-31T00:00:00Z', '2027-01-02T20:30:00Z'],
  ])('weekly, %s', (_what, now, next) =>
    expect(nextTick({ weekly: { day: 7, at: '04:30' } }, instant(now))).toEqual(instant(next)),
  );

  it('weekly work begins at its time', () => {
    const rule = { weekly: { day: 1, at: '00:00' } };
    expect(firstTick(rule, instant('2026-11-26T02:00:00Z'))).toEqual(instant('2026-11-29T16:00:00Z'));
  });

  it('is after now, and at most a day away', () => {
    const anyTime = fc.date({
      min: instant('2020-01-01T00:00:00Z'),
      max: instant('2040-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(anyTime, fc.integer({ min: 0, max: 23 }), (now, hour) => {
        const wait = nextTick({ daily: `${String(hour).padStart(2, '0')}:30` }, now).getTime() - now.getTime();
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(86_400_000);
      }),
    );
  });

  it('begins repeated work at once, daily work at its time', () => {
    const now = instant('2026-11-22T03:00:00Z');
    expect(firstTick({ everyMs: 5_000 }, now)).toEqual(now);
    expect(nextTick({ everyMs: 5_000 }, now)).toEqual(instant('2026-11-22T03:00:05Z'));
    expect(firstTick({ daily: '01:10' }, now)).toEqual(instant('2026-11-22T17:10:00Z'));
  });
});
