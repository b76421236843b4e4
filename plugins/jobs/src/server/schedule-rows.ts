import type { Queryable } from '@linggong/core';
import { schedules, type Schedule } from '@linggong/config';
import type { JobState } from '../domain';

/** A schedule with what became of it (定时任务). */
export interface ScheduleRow extends Schedule {
  /** When it is due next; null before a process that works has seen it. */
  readonly nextAt: Date | null;
  /** Its last run with a row; repeated work leaves one only when it fails, or when a person asked for it. */
  readonly last: ScheduledRun | null;
}

export interface ScheduledRun {
  readonly id: string;
  readonly state: JobState;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly result: unknown;
  readonly problem: unknown;
}

/** Every schedule of config, with its next and its last run. */
export async function scheduleRows(db: Queryable): Promise<ScheduleRow[]> {
  const names = schedules.map(({ name }) => name);
  const ticks = await db.query<{ name: string; nextAt: Date }>(
    'SELECT name, next_at AS "nextAt" FROM jobs.ticks WHERE name = ANY ($1::text[])',
    [names],
  );
  const runs = await db.query<ScheduledRun & { name: string }>(
    `SELECT DISTINCT ON (name) name, id, state, started_at AS "startedAt", finished_at AS "finishedAt", result, problem
       FROM jobs.runs WHERE name = ANY ($1::text[]) ORDER BY name, serial DESC`,
    [names],
  );
  const nextOf = new Map(ticks.map(({ name, nextAt }) => [name, nextAt]));
  const lastOf = new Map(runs.map(({ name, ...run }) => [name, run]));
  return schedules.map((schedule) => ({
    ...schedule,
    nextAt: nextOf.get(schedule.name) ?? null,
    last: lastOf.get(schedule.name) ?? null,
  }));
}
