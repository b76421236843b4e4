import { addDays, type Day } from '@linggong/core/domain';

interface Counted {
  readonly day: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** Every day from the first to the last, those without anything too: bars that stand side by side are days that follow each other. */
export function everyDay(from: Day, to: Day, told: readonly Counted[]): readonly Counted[] {
  const known = new Map(told.map((one) => [one.day, one]));
  const days: Counted[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(known.get(day) ?? { day, counts: {} });
  return days;
}
