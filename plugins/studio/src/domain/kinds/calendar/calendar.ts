import { yearOf } from '@linggong/core/domain';
import { fault, type Of } from '../../fields';
import type { Evaluation, Fault } from '../../kind';
import { describedKind } from '../described-kind';
import { calendarField, calendarQuestion, type CalendarContent, type CalendarYear } from './calendar-fields';
import { isWeekend, workingDayAfter, workingDaysOf } from './working-days';

function faults({ years }: CalendarContent): Fault[] {
  return years.flatMap((year, index) => yearFaults(year, `years.${index}`));
}

function yearFaults({ year, holidays, workdays }: CalendarYear, path: string): Fault[] {
  const off = new Set(holidays.map(({ day }) => day));
  const strangers = { holidays, workdays };
  const wrongYear = Object.entries(strangers).flatMap(([name, days]) =>
    days.flatMap(({ day }, index) => {
      if (day === '' || yearOf(day) === year) return [];
      const [zh, en] = [`${day} 不在 ${year} 年`, `${day} is not a day of ${year}`];
      return [fault(`${path}.${name}.${index}.day`, 'other-year', zh, en)];
    }),
  );
  const worked = workdays.flatMap(({ day }, index) => {
    if (day === '') return [];
    const place = `${path}.workdays.${index}.day`;
    if (off.has(day)) return [fault(place, 'off-and-on', `${day} 同时是放假日`, `${day} is a holiday as well`)];
    if (isWeekend(day)) return [];
    return [fault(place, 'not-a-weekend', `${day} 不是周末，本来就上班`, `${day} is no weekend: it is worked anyway`)];
  });
  return [...wrongYear, ...worked];
}

function hints({ years }: CalendarContent): Fault[] {
  const known = new Set(years.map(({ year }) => year));
  const last = Math.max(...known);
  return years.flatMap(({ year, provisional, holidays }, index) => {
    const path = `years.${index}`;
    const found: Fault[] = [];
    if (provisional) {
      const [zh, en] = [
        `${year} 年只有法定节日，待安排公布后补充`,
        `${year} holds statutory days only; add the arrangement`,
      ];
      found.push(fault(path, 'provisional', zh, en));
    }
    if (year !== last && !known.has(year + 1)) {
      found.push(fault(path, 'year-missing', `缺少 ${year + 1} 年`, `${year + 1} is missing`));
    }
    if (holidays.length === 0) {
      found.push(fault(path, 'no-holidays', `${year} 年没有放假日`, `${year} has no holidays`));
    }
    return found;
  });
}

function evaluate(calendar: CalendarContent, { day, workingDaysLater }: Of<typeof calendarQuestion>): Evaluation {
  const days = workingDaysOf(calendar);
  const [working, name] = [days.isWorking(day), days.nameOf(day)];
  const later = workingDaysLater === null ? null : (workingDayAfter(days, day, workingDaysLater) ?? null);
  const trace = [
    {
      zh: `${day} ${working ? '上班' : '休息'}${name ? `（${name.zh}）` : ''}`,
      en: `${day} is ${working ? 'worked' : 'off'}${name ? ` (${name.en})` : ''}`,
    },
  ];
  return { outcome: { known: days.knows(day), working, later }, trace };
}

/** Working days (工作日历): holidays and working weekends by year, as the State Council arranges them. */
export const calendar = describedKind({
  kind: 'calendar',
  name: { zh: '工作日历', en: 'Calendar' },
  content: calendarField,
  input: () => calendarQuestion,
  faults,
  hints,
  evaluate,
});
