import { daysLeft, nearDay } from './clock';

describe('the clock of a request', () => {
  it.each([
    ['2026-12-11', 15],
    ['2026-11-26', 0],
    ['2026-11-25', -1],
  ])('due on %s has %d days left', (dueOn, days) => {
    expect(daysLeft(dueOn, false, '2026-11-26')).toBe(days);
  });

  it('stands still for one that has ended, and is near three days before', () => {
    expect(daysLeft('2026-11-25', true, '2026-11-26')).toBeUndefined();
    expect(nearDay('2026-11-29')).toBe('2026-12-02');
  });
});
