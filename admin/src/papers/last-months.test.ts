import { lastMonths } from './last-months';

it('begins with the month of Shanghai and goes back a year', () => {
  // 31 December 17:00 UTC is 1 January in Shanghai.
  const months = lastMonths(new Date('2026-12-31T17:00:00Z'));
  expect([months[0], months[1], months.at(-1), months.length]).toEqual(['2027-01', '2026-12', '2026-01', 13]);
});
