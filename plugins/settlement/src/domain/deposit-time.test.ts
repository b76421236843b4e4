import { depositTimes } from './deposit-time';

it.each([
  ['2026-11-22T03:00:00Z', '2024-11-21T16:00:00.000Z', '2026-11-22T03:05:00.000Z'],
  ['2026-01-31T17:00:00Z', '2024-01-31T16:00:00.000Z', '2026-01-31T17:05:00.000Z'],
  ['2028-02-29T03:00:00Z', '2026-02-28T16:00:00.000Z', '2028-02-29T03:05:00.000Z'],
])('a deposit recorded at %s arrived from %s to %s', (now, from, to) => {
  const times = depositTimes(new Date(now));
  expect([times.from.toISOString(), times.to.toISOString()]).toEqual([from, to]);
});
