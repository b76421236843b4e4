import type { Day, Text2 } from '@linggong/core/domain';

/** One row of a parameter table (参数表): a value, the days on which it is law, where it is written, who approved it. */
export interface Dated<V> {
  readonly value: V;
  /** First day in force. */
  readonly from: Day;
  /** Last day in force; open when absent. */
  readonly to?: Day;
  readonly reference: Text2;
  /** Business name of the second person who approved the row. */
  readonly approvedBy: string;
}

/** The row in force on a day, or undefined: the law may not have spoken yet, or no longer. */
export function inForce<V>(rows: readonly Dated<V>[], day: Day): Dated<V> | undefined {
  return rows.find(({ from, to }) => from <= day && (to === undefined || day <= to));
}

/** Faults of a table: rows that end before they begin, or that are in force on the same day. */
export function datedFaults(rows: readonly Dated<unknown>[]): string[] {
  const sorted = [...rows].sort((left, right) => (left.from < right.from ? -1 : 1));
  return sorted.flatMap((row, index) => {
    const next = sorted[index + 1];
    const faults: string[] = [];
    if (row.to !== undefined && row.to < row.from) faults.push(`${row.from}: ends before it begins`);
    if (next && (row.to === undefined || row.to >= next.from)) faults.push(`${row.from}: overlaps ${next.from}`);
    return faults;
  });
}
