import { endFault, holdsOn } from './list-entry';

describe('the last day of an entry (R6.3)', () => {
  it.each([
    [undefined, undefined],
    ['2026-11-27', undefined],
    ['2026-11-26', 'past'],
    ['2036-12-04', undefined],
    ['2036-12-05', 'far'],
  ])('%s is %s', (endsOn, fault) => {
    expect(endFault(endsOn, '2026-11-27')).toBe(fault);
  });

  it('holds on its last day and not on the day after', () => {
    expect([
      holdsOn('2026-11-27', '2026-11-27'),
      holdsOn('2026-11-27', '2026-11-28'),
      holdsOn(null, '2099-01-01'),
    ]).toEqual([true, false, true]);
  });
});
