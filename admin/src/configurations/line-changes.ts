/** A paragraph of a long text, as it stands beside the one before. */
export interface LineChange {
  readonly change: 'kept' | 'added' | 'removed';
  readonly text: string;
}

/** Paragraphs beyond which two texts are shown whole: comparing takes time with the product of both. */
const LINES_MAX = 400;

/**
 * What became of the paragraphs of a text: those that stayed, went and came, in the order of the new one. Undefined where a comparison
 * by paragraphs says no more than the two texts: short ones, and those that are too long to compare.
 */
export function lineChanges(before: string, after: string): LineChange[] | undefined {
  const [old, now] = [before.split('\n'), after.split('\n')];
  if (Math.max(old.length, now.length) < 2 || Math.max(old.length, now.length) > LINES_MAX) return undefined;
  const common = commonLengths(old, now);
  const changes: LineChange[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [was, is] = [old[i], now[j]];
    if (was !== undefined && was === is) {
      changes.push({ change: 'kept', text: was });
      i += 1;
      j += 1;
    } else if (is === undefined || (was !== undefined && (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))) {
      changes.push({ change: 'removed', text: was ?? '' });
      i += 1;
    } else {
      changes.push({ change: 'added', text: is });
      j += 1;
    }
  }
  return changes;
}

/** Length of the longest common subsequence of what follows each pair of places. */
function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const [below, right] = [lengths[i + 1]?.[j] ?? 0, lengths[i]?.[j + 1] ?? 0];
      const row = lengths[i];
      if (row) row[j] = old[i] === now[j] ? (lengths[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(below, right);
    }
  }
  return lengths;
}
