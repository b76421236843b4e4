import type { Queryable } from '@linggong/core';
import { clockFor, dueAt, type Json, type SlaContent, type WorkingDays } from '../../domain';
import { allInForce } from '../reading/in-force';
import { workingDaysInForce } from './calendar-in-force';

/** By when a matter that began at an instant is to be done. */
export type DueBy = (matter: string, start: Date) => Date;

/**
 * The clocks of a configuration (时限) with the calendar in force, made ready for many questions of one transaction.
 * @param otherwise content that holds where none is in force, and the clocks of matters that an editor took out: nothing runs without one
 * @throws RangeError (when asked) for a matter that neither has, or a calendar that is never open
 */
export async function clocksInForce(db: Queryable, key: string, otherwise: Json): Promise<DueBy> {
  const found = (await allInForce<SlaContent>(db, 'sla')).find((one) => one.key === key);
  // Content of a seed, which its own test reads by its kind.
  const seed = otherwise as unknown as SlaContent;
  return clocksOf(found?.content ?? seed, seed, await workingDaysInForce(db));
}

/** The same over contents at hand. */
export function clocksOf(sla: SlaContent, otherwise: SlaContent, days: WorkingDays): DueBy {
  return (matter, start) => {
    const [one, hours] = [clockFor(sla, matter, 'P1'), sla];
    const clock = one ?? clockFor(otherwise, matter, 'P1');
    const due = clock && dueAt(one === undefined ? otherwise : hours, clock, start, days);
    if (due === undefined) throw new RangeError(`no clock, or no working day, for ${matter}`);
    return due;
  };
}
