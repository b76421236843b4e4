import type { Queryable } from '@linggong/core';
import { addDays, shanghaiDay, type Day, type Text2 } from '@linggong/core/domain';
import { isWeekend, type WorkingDays } from '../../domain';
import { workingDaysInForce } from '../calendar/calendar-in-force';
import type { ReplayItem, ReplaySource } from './replay-source';
import { rowSourceBeside } from './row-source';

/** Days after something began whose calendar its clock is asked with: no clock of weeks reaches further. */
const AHEAD = 90;

/** Something that a clock ran for (时限). */
export interface PastMatter {
  readonly subject: ReplayItem['subject'];
  readonly matter: string;
  /** `P1` where its clocks know no severity, as whoever asks for them does. */
  readonly severity?: string;
  readonly start: Date;
}

/** Past matters, asked again by when they were to be done: by the calendar of today, under either version. */
export function pastClocks<Row extends { readonly cursor: bigint | number }>(parts: {
  readonly name: Text2;
  /** As that of `rowSource`. */
  readonly rows: string;
  readonly params?: readonly unknown[];
  readonly matter: (row: Row) => PastMatter;
}): ReplaySource {
  const { name, rows, params = [], matter } = parts;
  return rowSourceBeside<Row, WorkingDays>({
    ...{ name, rows, params },
    beside: workingDaysInForce,
    item: (row, calendar) => itemOf(matter(row), calendar),
  });
}

function itemOf(
  { subject, matter, severity = 'P1', start }: PastMatter,
  calendar: WorkingDays,
): Omit<ReplayItem, 'cursor'> {
  return {
    subject,
    input: { matter, severity, start: start.toISOString(), ...exceptions(calendar, shanghaiDay(start)) },
  };
}

/** The days after a day on which work is off although it is no weekend, and on although it is one. */
function exceptions(calendar: WorkingDays, from: Day): { readonly holidays: Day[]; readonly workdays: Day[] } {
  const days = Array.from({ length: AHEAD }, (_, index) => addDays(from, index));
  return {
    holidays: days.filter((day) => !isWeekend(day) && !calendar.isWorking(day)),
    workdays: days.filter((day) => isWeekend(day) && calendar.isWorking(day)),
  };
}

/** Several pasts of one configuration as one, each after the one before it (依次回放). */
export function inTurn(name: Text2, ...sources: readonly ReplaySource[]): ReplaySource {
  return {
    name,
    count: async (db, period) => {
      let total = 0;
      for (const source of sources) total += await source.count(db, period);
      return total;
    },
    async page(db, asked) {
      const [place = '0', after] = asked.after?.split('/', 2) ?? [];
      return pageFrom(db, sources, Number(place), { ...asked, after });
    },
  };
}

async function pageFrom(
  db: Queryable,
  sources: readonly ReplaySource[],
  place: number,
  asked: Parameters<ReplaySource['page']>[1],
): Promise<readonly ReplayItem[]> {
  for (const [at, source] of sources.entries()) {
    if (at < place) continue;
    const items = await source.page(db, at === place ? asked : { ...asked, after: undefined });
    if (items.length > 0) return items.map((item) => ({ ...item, cursor: `${at.toString()}/${item.cursor}` }));
  }
  return [];
}
