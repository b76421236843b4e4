import { dayTyped, monthTyped } from './day-typed';

describe('a typed day', () => {
  it.each([
    ['2026-11-22', '2026-11-22'],
    [' 2026/1/2 ', '2026-01-02'],
    ['20261122', '2026-11-22'],
    ['2026年11月22日', '2026-11-22'],
    ['２０２６-11-22', '2026-11-22'],
    ['2024-02-29', '2024-02-29'],
    ['2026-02-29', undefined],
    ['2026-13-01', undefined],
    ['22/11/2026', undefined],
    ['2026-1', undefined],
    ['', undefined],
  ])('%s', (text, day) => {
    expect(dayTyped(text)).toBe(day);
  });

  it.each([
    ['2026-11', '2026-11'],
    ['202601', '2026-01'],
    ['2026/1', '2026-01'],
    ['2026-13', undefined],
    ['2026', undefined],
  ])('the month %s', (text, month) => {
    expect(monthTyped(text)).toBe(month);
  });
});
