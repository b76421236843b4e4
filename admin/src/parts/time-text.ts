import { nothing } from './money-text';

/** Instants are shown in the platform's place, whatever the computer thinks its own zone is. */
const zone = 'Asia/Shanghai';

const toMinute = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
const toSecond = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
const clockOnly = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, timeStyle: 'short' });

function parsed(instant: string | null | undefined): Date | undefined {
  if (typeof instant !== 'string' || instant === '') return undefined;
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** `2026-11-22 10:14`; with seconds only where they matter. */
export function instantText(instant: string | null | undefined, seconds = false): string {
  const date = parsed(instant);
  if (date === undefined) return nothing;
  return (seconds ? toSecond : toMinute).format(date);
}

/** `10:14`. */
export function clockText(instant: string | null | undefined): string {
  const date = parsed(instant);
  return date === undefined ? nothing : clockOnly.format(date);
}

/** The Shanghai day of an instant, `2026-11-22`. */
export function dayOf(instant: string | Date): string {
  const date = typeof instant === 'string' ? parsed(instant) : instant;
  return date === undefined ? nothing : toMinute.format(date).slice(0, 10);
}

/** A day stays the text it is; anything else shows as a dash. */
export function dayText(day: string | null | undefined): string {
  return typeof day === 'string' && /^\d{4}-\d{2}(-\d{2})?$/.test(day) ? day : nothing;
}

/** How long until (positive) or since (negative) an instant, as a translation key and its number. */
export function distance(
  instant: string,
  now: Date,
): { key: 'minutes' | 'hours' | 'days'; count: number; past: boolean } {
  const date = parsed(instant) ?? now;
  const minutes = Math.round((date.getTime() - now.getTime()) / 60_000);
  const size = Math.abs(minutes);
  const past = date < now;
  if (size < 60) return { key: 'minutes', count: size, past };
  if (size < 48 * 60) return { key: 'hours', count: Math.floor(size / 60), past };
  return { key: 'days', count: Math.floor(size / 1440), past };
}
