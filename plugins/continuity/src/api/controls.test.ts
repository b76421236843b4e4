import { evidenceBody } from './controls';

it.each([
  ['漏扫', true],
  ['😀a', true],
  // Two units of a text, one character of the column, which wants two.
  ['😀', false],
  [' 😀 ', false],
  ['漏', false],
])('evidence that says %j is taken: %s', (text, isTaken) => {
  expect(evidenceBody.safeParse({ datedOn: '2026-11-01', until: '2026-12-01', text }).success).toBe(isTaken);
});
