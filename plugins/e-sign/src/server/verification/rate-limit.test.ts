import { createRateLimit } from './rate-limit';

describe('the rate limit', () => {
  it('gives a burst, then so many a minute, and says how long to wait', () => {
    const limit = createRateLimit({ burst: 3, perMinute: 6 });
    const take = (ms: number): number | undefined => limit.take('203.0.113.9', ms);
    expect([take(0), take(0), take(0), take(0)]).toEqual([undefined, undefined, undefined, 10]);
    expect(take(9_000)).toBe(1);
    expect([take(10_000), take(10_000)]).toEqual([undefined, 10]);
    expect([take(600_000), take(600_000), take(600_000), take(600_000)]).toEqual([undefined, undefined, undefined, 10]);
  });

  it('counts each address by itself, and a network of IPv6 as one', () => {
    const limit = createRateLimit({ burst: 1, perMinute: 1 });
    const take = (address: string): boolean => limit.take(address, 0) === undefined;
    expect([take('203.0.113.1'), take('203.0.113.2'), take('203.0.113.1')]).toEqual([true, true, false]);
    expect([take('2001:db8::1'), take('2001:db8:0:0:ffff::2'), take('2001:db8:0:1::1')]).toEqual([true, false, true]);
    expect([take('::ffff:198.51.100.1'), take('::ffff:198.51.100.2')]).toEqual([true, true]);
  });

  it('is not confused by a clock that goes back', () => {
    const limit = createRateLimit({ burst: 1, perMinute: 60 });
    expect(limit.take('203.0.113.1', 60_000)).toBeUndefined();
    expect(limit.take('203.0.113.1', 0)).toBe(1);
  });

  it('forgets who called longest ago, and stays small', () => {
    const limit = createRateLimit({ burst: 1, perMinute: 1 });
    for (let index = 0; index < 10_001; index += 1) limit.take(`host-${index}`, 0);
    expect(limit.take('host-0', 0)).toBeUndefined();
    expect(limit.take('host-10000', 0)).toBe(60);
  });
});
