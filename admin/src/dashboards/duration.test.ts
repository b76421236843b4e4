import { durationOf } from './duration';

it('tells a time in the unit in which it is read at once', () => {
  expect([0, 119, 120, 149, 2_879, 2_880, 10_080].map(durationOf)).toEqual([
    { unit: 'minutes', count: 0 },
    { unit: 'minutes', count: 119 },
    { unit: 'hours', count: 2 },
    { unit: 'hours', count: 2 },
    { unit: 'hours', count: 48 },
    { unit: 'days', count: 2 },
    { unit: 'days', count: 7 },
  ]);
});
