import { momentFault, momentTyped } from './moment-typed';

it.each([
  ['2026-11-22 10:14', '2026-11-22T02:14:00.000Z'],
  ['2026-11-22 00:30:05', '2026-11-21T16:30:05.000Z'],
  [' 2026/11/2  9:05 ', '2026-11-02T01:05:00.000Z'],
  ['20261122 10:14', '2026-11-22T02:14:00.000Z'],
  ['２０２６-11-22　10：14', '2026-11-22T02:14:00.000Z'],
  ['2026-11-22T10:14', '2026-11-22T02:14:00.000Z'],
  ['2026-11-22', undefined],
  ['2026-02-30 10:14', undefined],
  ['2026-11-22 24:00', undefined],
  ['2026-11-22 10:60', undefined],
  ['', undefined],
])('%s is %s', (text, instant) => {
  expect(momentTyped(text)).toBe(instant);
});

it.each([
  ['2026-11-22 10:14', undefined],
  ['2026-11-22 10:19', undefined],
  ['2026-11-22 10:20', 'moment.ahead'],
  ['yesterday', 'moment.unread'],
])('%s at 10:14 in Beijing: %s', (text, fault) => {
  expect(momentFault(text, new Date('2026-11-22T02:14:00Z'))).toBe(fault);
});
