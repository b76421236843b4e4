import { everyDay } from './every-day';

it('draws every day of the period, those without anything too', () => {
  const told = [
    { day: '2026-11-09', counts: { approve: 3 } },
    { day: '2026-11-12', counts: { approve: 1 } },
  ];
  expect(everyDay('2026-11-08', '2026-11-12', told)).toEqual([
    { day: '2026-11-08', counts: {} },
    told[0],
    { day: '2026-11-10', counts: {} },
    { day: '2026-11-11', counts: {} },
    told[1],
  ]);
});
