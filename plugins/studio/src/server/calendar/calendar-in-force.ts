import type { Queryable } from '@linggong/core';
import type { Day, Text2 } from '@linggong/core/domain';
import { calendarGap, workingDaysOf, type CalendarContent, type WorkingDays } from '../../domain';
import { allInForce } from '../reading/in-force';
import { calendarSeed } from './calendar-seed';

/** Calendars made ready, by the content of their version, which never changes. */
const ready = new WeakMap<CalendarContent, WorkingDays>();

/** The calendar in force; undefined in a database that was made without seeds. */
async function contentInForce(db: Queryable): Promise<CalendarContent | undefined> {
  const calendars = await allInForce<CalendarContent>(db, 'calendar');
  return calendars.find(({ key }) => key === calendarSeed.key)?.content;
}

/**
 * Working days by the calendar in force (工作日历): whoever counts working days or hours asks here, with each thing that he counts for.
 * Where none is in force, those that the platform begins with.
 */
export async function workingDaysInForce(db: Queryable): Promise<WorkingDays> {
  // The seed is a calendar: its own test reads it by its kind.
  const content = (await contentInForce(db)) ?? (calendarSeed.content as unknown as CalendarContent);
  const known = ready.get(content) ?? workingDaysOf(content);
  ready.set(content, known);
  return known;
}

/** What the calendar lacks on a day (年度缺失预警); null where it lacks nothing. */
export async function calendarGapOn(db: Queryable, today: Day): Promise<Text2 | null> {
  const content = await contentInForce(db);
  if (content === undefined) return { zh: '没有生效中的工作日历', en: 'No working calendar is in force' };
  return calendarGap(content, today) ?? null;
}
