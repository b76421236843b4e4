import { bankCalendar, isLargePayment, nextOpening, type ChannelLimits } from './channel-window';

const limits: ChannelLimits = {
  lineMaxFen: null,
  smallMaxFen: 100_000_000n,
  dayMaxFen: null,
  opensAt: null,
  cutOffAt: null,
  largeFrom: '08:30',
  largeTo: '17:15',
  workingDaysOnly: false,
};
const calendar = bankCalendar(
  new Map([
    ['2026-10-01', false],
    ['2026-10-02', false],
    ['2026-10-05', false],
    ['2026-10-06', false],
    ['2026-10-07', false],
    ['2026-10-10', true],
  ]),
);
/** An instant by the clock of Shanghai. */
const at = (text: string): Date => new Date(`${text}:00+08:00`);
const opening = (text: string, isLarge: boolean, own: Partial<ChannelLimits> = {}): string | undefined => {
  const found = nextOpening({ ...limits, ...own }, calendar, at(text), isLarge);
  return found && new Date(found.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);
};

it('small payments go around the clock, on every day', () => {
  expect(opening('2026-10-03T23:59', false)).toBe('2026-10-03T23:59');
  expect([100_000_000n, 100_000_001n].map((fen) => isLargePayment(limits, fen))).toEqual([false, true]);
});

it.each([
  ['2026-11-20T08:29', '2026-11-20T08:30', 'before the hours: at their beginning'],
  ['2026-11-20T08:30', '2026-11-20T08:30', 'at their beginning: now'],
  ['2026-11-20T17:14', '2026-11-20T17:14', 'within them: now'],
  ['2026-11-20T17:15', '2026-11-23T08:30', 'at their end, a Friday: Monday'],
  ['2026-09-30T18:00', '2026-10-08T08:30', 'before the National Day: after it'],
  ['2026-10-09T18:00', '2026-10-10T08:30', 'before a Saturday that is worked: on it'],
])('large payments at %s leave at %s (%s)', (now, expected) => {
  expect(opening(now, true)).toBe(expected);
});

it('cut-offs hold for small ones as well, and working days where the bank says so', () => {
  expect(opening('2026-11-20T18:00', false, { opensAt: '09:00', cutOffAt: '17:00' })).toBe('2026-11-21T09:00');
  expect(opening('2026-11-20T18:00', false, { opensAt: '09:00', cutOffAt: '17:00', workingDaysOnly: true })).toBe(
    '2026-11-23T09:00',
  );
  expect(opening('2026-11-20T16:00', true, { opensAt: '09:00', cutOffAt: '16:30' })).toBe('2026-11-20T16:00');
  expect(opening('2026-11-20T16:30', true, { opensAt: '09:00', cutOffAt: '16:30' })).toBe('2026-11-23T09:00');
});

it('settings that leave no window are told', () => {
  expect(opening('2026-11-20T16:00', true, { opensAt: '18:00' })).toBeUndefined();
});
