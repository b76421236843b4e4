import {
  addDays,
  addMonths,
  isDay,
  monthOf,
  monthsApart,
  nextMonth,
  previousMonth,
  shanghaiDay,
  startOfDay,
} from './calendar';
import { businessNumber } from './business-number';

it('counts legal days in Asia/Shanghai', () => {
  expect(shanghaiDay(new Date('2026-01-31T17:00:00Z'))).toBe('2026-02-01');
  expect(shanghaiDay(new Date('2026-01-31T15:59:59.999Z'))).toBe('2026-01-31');
  expect(startOfDay('2026-02-01').toISOString()).toBe('2026-01-31T16:00:00.000Z');
});

it('knows real days', () => {
  expect(isDay('2024-02-29')).toBe(true);
  expect(isDay('2026-02-29')).toBe(false);
  expect(isDay('2026-1-01')).toBe(false);
  expect(isDay('20260101')).toBe(false);
});

it('walks days and months over the turn of the year', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  expect(nextMonth('2026-12')).toBe('2027-01');
  expect(previousMonth('2026-01')).toBe('2025-12');
  expect(addMonths('2026-05', -17)).toBe('2024-12');
  expect(monthsApart('2025-11', '2026-02')).toBe(3);
  expect(monthOf('2026-11-22')).toBe('2026-11');
});

it('makes numbers that people can read out', () => {
  expect(businessNumber('PB', '2026-11-22', 47)).toBe('PB-2026-11-0047');
  expect(businessNumber('PO', '2026-11-22', 1_234_567n)).toBe('PO-2026-11-1234567');
});
