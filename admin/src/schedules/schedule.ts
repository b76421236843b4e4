/** A schedule as `GET /api/v1/schedules` tells it. */
export interface ScheduleRow {
  name: string;
  queue: string;
  when: { daily: string } | { weekly: { day: number; at: string } } | { everyMs: number };
  nextAt: string | null;
  last: { id: string; state: string; startedAt: string | null; finishedAt: string | null } | null;
}

/** The rule in the words of `keeping.when`: its key and its figures. */
export function ruleWords(when: ScheduleRow['when']): { key: string; figures: Record<string, string | number> } {
  if ('daily' in when) return { key: 'daily', figures: { at: when.daily } };
  if ('weekly' in when) return { key: `weekly${when.weekly.day.toString()}`, figures: { at: when.weekly.at } };
  const seconds = Math.round(when.everyMs / 1000);
  return seconds % 60 === 0
    ? { key: 'minutes', figures: { count: seconds / 60 } }
    : { key: 'seconds', figures: { count: seconds } };
}

/**
 * What an empty “last run” means. Work that comes back every few seconds or minutes leaves a row only when it fails, so that
 * no row there says it went well; daily and weekly work without a row has never been due.
 */
export function unrun({ when, nextAt }: Pick<ScheduleRow, 'when' | 'nextAt'>): 'never' | 'noFailure' {
  return 'everyMs' in when && nextAt !== null ? 'noFailure' : 'never';
}
