import { skippableRules, snoozeFault } from './snooze';

it('a snooze lasts three months at most, and does not end before it begins (R6.3)', () => {
  const faults = ['2026-11-26', '2026-11-27', '2027-02-27', '2027-02-28'].map((day) => snoozeFault(day, '2026-11-27'));
  expect(faults).toEqual(['past', undefined, undefined, 'far']);
});

it('names each rule once', () => {
  expect(new Set(skippableRules).size).toBe(skippableRules.length);
  expect(skippableRules).toContain('list-watch');
});
