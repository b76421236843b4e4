interface Named {
  readonly id: string;
}

/**
 * Which of those that are in both lists were moved: all but a longest run that kept its order, so that one row dragged to the top is
 * one move and not a move of every other row.
 */
export function movedIds(before: readonly Named[], after: readonly Named[]): Set<string> {
  const places = new Map(after.map(({ id }, index) => [id, index]));
  const common = before.filter(({ id }) => places.has(id));
  const kept = longestRising(common.map(({ id }) => places.get(id) ?? 0));
  return new Set(common.filter((_, index) => !kept.has(index)).map(({ id }) => id));
}

/** Places of a longest rising subsequence, by patience sorting: n log n. */
function longestRising(values: readonly number[]): Set<number> {
  const ends: number[] = [];
  const previous: number[] = [];
  values.forEach((value, index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  });
  const kept = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) kept.add(at);
  return kept;
}
