import { useTranslate } from 'react-admin';

const hour = 60;
const day = 24 * hour;

/** The greatest whole unit that a time in minutes is told in, and how many of it: 90 minutes are told as hours. */
export function durationOf(minutes: number): { unit: 'minutes' | 'hours' | 'days'; count: number } {
  if (minutes < 2 * hour) return { unit: 'minutes', count: minutes };
  if (minutes < 2 * day) return { unit: 'hours', count: Math.round(minutes / hour) };
  return { unit: 'days', count: Math.round(minutes / day) };
}

/** "40 分钟" / "3 天". */
export function useDurationText(): (minutes: number) => string {
  const translate = useTranslate();
  return (minutes) => {
    const { unit, count } = durationOf(minutes);
    return translate(`boards.duration.${unit}`, { smart_count: count });
  };
}
