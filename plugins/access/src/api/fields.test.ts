import { dayText, instantInput, monthText } from './fields';

const faults = (schema: typeof dayText | typeof instantInput, text: string): number =>
  schema.safeParse(text).error?.issues.length ?? 0;

describe('days, months and instants that callers name', () => {
  it.each([
    ['2026-02-28', 0],
    ['1900-01-01', 0],
    ['2199-12-31', 0],
    ['2026-02-30', 1],
    ['0000-01-01', 1],
    ['9999-12-31', 1],
    ['', 1],
  ])('the day %j has %i faults', (text, count) => {
    expect([faults(dayText, text), faults(monthText, text.slice(0, 7))]).toEqual([
      count,
      text === '2026-02-30' ? 0 : count,
    ]);
  });

  it.each([
    ['2026-11-22T03:00:00Z', 0],
    ['2026-11-22T03:00:00+08:00', 0],
    ['0000-01-01T00:00:00Z', 1],
    ['9999-12-31T23:59:59Z', 1],
    ['2199-12-31T23:59:59-01:00', 1],
    ['2026-02-30T00:00:00Z', 1],
    ['x', 1],
  ])('the instant %j has %i faults', (text, count) => {
    expect(faults(instantInput, text)).toBe(count);
  });
});
