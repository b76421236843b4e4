import { addDays, shanghaiDay, type Day } from '@linggong/core/domain';
import { rowSourceBeside, withinDays, workingDaysInForce } from '@linggong/studio';
import { isWeekend, type WorkingDays } from '@linggong/studio/domain';
import type { CaseSource, Severity } from '../../domain';
import { matterOf } from '../../domain/seeds';

interface PastCase {
  readonly cursor: number;
  readonly number: string;
  readonly source: CaseSource;
  readonly severity: Severity;
  readonly openedAt: Date;
}

/** Days after a case was opened whose calendar it is asked with: no clock of weeks reaches further. */
const AHEAD = 90;

const CASES = `SELECT c.id AS cursor, c.number, c.source, c.severity, c.opened_at AS "openedAt" FROM risk.cases c
 WHERE ${withinDays('c.opened_at')}`;

/** Cases of a period, asked again by when they were to be closed (历史案件): by the calendar of today, under either version. */
export const pastCases = rowSourceBeside<PastCase, WorkingDays>({
  name: { zh: '历史案件', en: 'Cases of the past' },
  rows: CASES,
  beside: workingDaysInForce,
  item: ({ cursor, number, source, severity, openedAt }, calendar) => ({
    subject: { label: number, link: `/risk-cases/${cursor.toString()}/show` },
    input: {
      matter: matterOf(source, severity),
      severity,
      start: openedAt.toISOString(),
      ...exceptions(calendar, shanghaiDay(openedAt)),
    },
  }),
});

/** The days after a day on which work is off although it is no weekend, and on although it is one. */
function exceptions(calendar: WorkingDays, from: Day): { readonly holidays: Day[]; readonly workdays: Day[] } {
  const days = Array.from({ length: AHEAD }, (_, index) => addDays(from, index));
  return {
    holidays: days.filter((day) => !isWeekend(day) && !calendar.isWorking(day)),
    workdays: days.filter((day) => isWeekend(day) && calendar.isWorking(day)),
  };
}
