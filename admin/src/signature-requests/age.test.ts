import { ageInDays } from './age';

it.each([
  ['2026-11-20T03:00:00.000Z', 2],
  ['2026-11-20T03:00:01.000Z', 1],
  ['2026-11-23T00:00:00.000Z', 0],
])('a request of %s is %d days old', (since, days) => {
  expect(ageInDays(since, new Date('2026-11-22T03:00:00Z'))).toBe(days);
});
