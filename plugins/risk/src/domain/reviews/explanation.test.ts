import { explanationState } from './explanation';

const asked = { answer: null, dueOn: '2026-12-04', isClosed: false };

it.each([
  [asked, '2026-12-04', 'waiting'],
  [asked, '2026-12-05', 'late'],
  [{ ...asked, isClosed: true }, '2026-12-05', 'dropped'],
  [{ ...asked, answer: '十月为集中结算', isClosed: true }, '2026-12-05', 'answered'],
] as const)('what is asked %j stands on %s as %s (R8.5)', (row, today, state) => {
  expect(explanationState(row, today)).toBe(state);
});
