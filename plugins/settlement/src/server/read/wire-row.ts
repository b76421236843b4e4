type Wire<V> = V extends bigint ? number : V extends Date ? string : V;
export type WireRow<R> = { [K in keyof R]: Wire<R[K]> };

/** A row as JSON carries it: amounts as integers (below 2^53 by the limits of the house), instants as ISO text. */
export function wireRow<R extends object>(row: R): WireRow<R> {
  const entries = Object.entries(row).map(([name, value]) => [name, wireValue(value)]);
  // The same keys, each value converted as the mapped type says.
  return Object.fromEntries(entries) as WireRow<R>;
}

function wireValue(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  return value instanceof Date ? value.toISOString() : value;
}
