import { addDays, previousMonth, shanghaiDay } from '@linggong/core/domain';

/** The first and the last day of the month before the last one. The last one's payments are drawn by the calendar, whenever a journey runs. */
export function monthBeforeLast(): { from: string; to: string } {
  const last = previousMonth(shanghaiDay(new Date()).slice(0, 7));
  return { from: `${previousMonth(last)}-01`, to: addDays(`${last}-01`, -1) };
}
