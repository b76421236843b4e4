import type { Day, Month } from '@linggong/core/domain';

const ZERO = 48;

/** Months since year 0 of a Shanghai day: a plain number, so that the kernel compares months without making strings. */
export function monthIndexOf(day: Day | Month): number {
  return yearDigits(day) * 12 + digit(day, 5) * 10 + digit(day, 6) - 1;
}

/** The month text of an index. */
export function monthOfIndex(index: number): Month {
  return `${String(yearOfIndex(index)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

export function yearOfIndex(index: number): number {
  return Math.floor(index / 12);
}

function yearDigits(day: Day): number {
  return digit(day, 0) * 1000 + digit(day, 1) * 100 + digit(day, 2) * 10 + digit(day, 3);
}

function digit(day: Day, at: number): number {
  return day.charCodeAt(at) - ZERO;
}
