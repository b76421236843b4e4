import { overdueDays } from './overdue';

beforeAll(() => jest.useFakeTimers({ now: new Date('2026-11-29T02:00:00Z') }));
afterAll(() => jest.useRealTimers());

it.each([
  ['open', '2026-09-15', 75],
  ['closed', '2026-11-28', 1],
  ['open', '2026-11-29', 0],
  ['open', '2026-12-15', 0],
  ['filed', '2026-09-15', 0],
  ['paid', '2026-09-15', 0],
] as const)('%s due on %s is %d days late', (state, dueOn, days) => {
  expect(overdueDays({ state, dueOn })).toBe(days);
});
