/** Share of false alarms among the cases that were decided, in whole percent; undefined while none was. */
export function falseShare({
  confirmed,
  falseAlarms,
  unclear,
}: {
  confirmed: number;
  falseAlarms: number;
  unclear: number;
}): string | undefined {
  const decided = confirmed + falseAlarms + unclear;
  return decided === 0 ? undefined : `${Math.round((falseAlarms * 100) / decided).toString()}%`;
}

export interface HourCount {
  weekday: number;
  hour: number;
  count: number;
}

/** Counts in a grid of seven days and twelve parts of two hours; what is not told is nothing. */
export function heatOf(hours: readonly HourCount[]): number[][] {
  return Array.from({ length: 7 }, (_, day) =>
    Array.from({ length: 12 }, (__, part) =>
      hours
        .filter(({ weekday, hour }) => weekday === day + 1 && Math.floor(hour / 2) === part)
        .reduce((sum, { count }) => sum + count, 0),
    ),
  );
}
