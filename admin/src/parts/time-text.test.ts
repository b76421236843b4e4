import { clockText, dayOf, dayText, distance, instantText } from './time-text';

describe('instants are shown in Asia/Shanghai', () => {
  it('turns the day with Shanghai, not with UTC', () => {
    expect(instantText('2026-01-31T17:00:00Z')).toBe('2026-02-01 01:00');
    expect(dayOf('2026-01-31T17:00:00Z')).toBe('2026-02-01');
    expect(clockText('2026-01-31T17:05:09Z')).toBe('01:05');
  });

  it('shows seconds only where asked', () => {
    expect(instantText('2026-11-22T02:14:03Z', true)).toBe('2026-11-22 10:14:03');
  });

  it.each([null, undefined, '', 'nonsense'])('%p shows as a dash', (instant) => {
    expect(instantText(instant)).toBe('—');
  });

  it('leaves a day the text it is', () => {
    expect(dayText('2026-11-22')).toBe('2026-11-22');
    expect(dayText('2026-11')).toBe('2026-11');
    expect(dayText('22/11/2026')).toBe('—');
  });
});

describe('distances', () => {
  const now = new Date('2026-11-22T02:00:00Z');

  it.each([
    ['2026-11-22T02:20:00Z', { key: 'minutes', count: 20, past: false }],
    ['2026-11-23T01:30:00Z', { key: 'hours', count: 23, past: false }],
    ['2026-11-26T02:00:00Z', { key: 'days', count: 4, past: false }],
    ['2026-11-22T01:00:00Z', { key: 'hours', count: 1, past: true }],
    ['2026-11-22T01:59:50Z', { key: 'minutes', count: 0, past: true }],
  ])('%s', (at, expected) => {
    expect(distance(at, now)).toEqual(expected);
  });
});
