import { shanghaiDay } from '@linggong/core/domain';

export interface KeepRule {
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
}

export interface AgedBackup {
  readonly code: string;
  readonly finishedAt: Date;
}

/** Nothing so young is removed, however many there are: after an incident the backup from just before it is the one that is wanted. */
const YOUNG_MS = 2 * 86_400_000;

/**
 * Codes of the backups that stay: the young ones; the newest of each of the last `daily` days, `weekly` weeks (from Monday) and `monthly` months of
 * Asia/Shanghai that have one, and the newest of all, whatever the rule says.
 */
export function keptBackups(backups: readonly AgedBackup[], rule: KeepRule, at: Date): Set<string> {
  const newestFirst = [...backups].sort((a, b) => b.finishedAt.getTime() - a.finishedAt.getTime());
  const young = newestFirst.filter(({ finishedAt }) => at.getTime() - finishedAt.getTime() < YOUNG_MS);
  const kept = new Set([...newestFirst.slice(0, 1), ...young].map(({ code }) => code));
  const periods: readonly [number, (day: string) => string][] = [
    [rule.daily, (day) => day],
    [rule.weekly, mondayOf],
    [rule.monthly, (day) => day.slice(0, 7)],
  ];
  for (const [count, periodOf] of periods) {
    const newest = new Map<string, string>();
    for (const { code, finishedAt } of newestFirst) {
      const period = periodOf(shanghaiDay(finishedAt));
      if (!newest.has(period)) newest.set(period, code);
    }
    for (const code of [...newest.values()].slice(0, count)) kept.add(code);
  }
  return kept;
}

function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}
