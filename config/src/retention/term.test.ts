import { cutoffOf, endOf } from './term';

describe('the cutoff of a term', () => {
  it.each([
    [{ years: 10 }, '2036-11-26T03:00:00Z', '2026-11-26T03:00:00.000Z'],
    [{ years: 1 }, '2028-02-29T00:00:00Z', '2027-03-01T00:00:00.000Z'],
    [{ days: 30 }, '2026-03-15T12:00:00Z', '2026-02-13T12:00:00.000Z'],
  ])('%j before %s is %s', (term, at, cutoff) => {
    expect(cutoffOf(term, new Date(at)).toISOString()).toBe(cutoff);
  });
});

describe('the end of a term', () => {
  it.each([
    [{ years: 10 }, '2026-11-26T03:00:00Z', '2036-11-26T03:00:00.000Z'],
    [{ years: 1 }, '2028-02-29T00:00:00Z', '2029-03-01T00:00:00.000Z'],
    [{ days: 0 }, '2026-03-15T12:00:00Z', '2026-03-15T12:00:00.000Z'],
  ])('%j from %s is %s', (term, from, end) => {
    expect(endOf(term, new Date(from)).toISOString()).toBe(end);
  });
});
