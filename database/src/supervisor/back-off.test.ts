import { createBackOff } from './back-off';

describe('createBackOff', () => {
  it('doubles up to half a minute while the process keeps dying', () => {
    const backOff = createBackOff();
    expect(Array.from({ length: 7 }, () => backOff.next(500))).toEqual([1, 2, 4, 8, 16, 30, 30].map((s) => s * 1000));
    expect(backOff.deaths).toBe(7);
  });

  it('starts over once it has run for a minute', () => {
    const backOff = createBackOff();
    backOff.next(500);
    backOff.next(500);
    expect(backOff.next(60_000)).toBe(1000);
    expect(backOff.deaths).toBe(1);
  });
});
