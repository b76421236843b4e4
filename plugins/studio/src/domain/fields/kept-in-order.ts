/**
 * Which of the names that both lists hold kept their order: a longest run that stands in the same order in both, so that as few as
 * possible are told as moved. Quadratic; lists of contents are bounded.
 */
export function keptInOrder(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const placeOf = new Map(after.map((name, index) => [name, index]));
  const places = before.map((name) => placeOf.get(name) ?? -1);
  const length: number[] = [];
  const previous: number[] = [];
  let last = -1;
  places.forEach((place, index) => {
    const best = longestBefore(places, length, index, place);
    length[index] = (length[best] ?? 0) + 1;
    previous[index] = best;
    if ((length[last] ?? 0) < (length[index] ?? 0)) last = index;
  });
  const kept = new Set<string>();
  for (let index = last; index >= 0; index = previous[index] ?? -1) kept.add(before[index] ?? '');
  return kept;
}

function longestBefore(places: readonly number[], length: readonly number[], end: number, place: number): number {
  let best = -1;
  for (let index = 0; index < end; index += 1) {
    if ((places[index] ?? 0) < place && (length[index] ?? 0) > (length[best] ?? 0)) best = index;
  }
  return best;
}
