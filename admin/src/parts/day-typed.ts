import { halfWidth } from './half-width';

/** A day as people type it (`2026-11-22`, `2026/11/2`, `20261122`, `2026年11月22日`); undefined for what is no day of the calendar. */
export function dayTyped(text: string): string | undefined {
  const match = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(halfWidth(text));
  if (match === null) return undefined;
  const day = [match[1], match[2] ?? match[4], match[3] ?? match[5]].map((part) => part?.padStart(2, '0')).join('-');
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day) ? day : undefined;
}

/** A month as people type it: `2026-11`, `202611`, `2026/1`. */
export function monthTyped(text: string): string | undefined {
  const match = /^(\d{4})(?:[-/.年](\d{1,2})月?|(\d{2}))$/.exec(halfWidth(text));
  const day = match === null ? undefined : dayTyped(`${match[1] ?? ''}-${match[2] ?? match[3] ?? ''}-01`);
  return day?.slice(0, 7);
}
