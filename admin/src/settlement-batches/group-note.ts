import { blockerCatalogue, type BlockerGroup } from '@linggong/settlement/api';

/**
 * What a group's card may say. `correct`: rows to correct, then only these are checked; never where correcting is not the
 * remedy (a double, somebody under sixteen). `all`: the reason, where it is the same for every line. `example`: one row's own
 * reason, said to be that, where lines differ in their state, limit or other batch.
 */
export function groupNote(
  group: Pick<BlockerGroup, 'code' | 'severity' | 'remedy' | 'count' | 'sample'>,
): 'correct' | 'all' | 'example' {
  if (group.severity === 'error' && group.remedy.action === 'edit-line') return 'correct';
  if (!blockerCatalogue[group.code].explain.zh.includes('{')) return 'all';
  const texts = new Set(group.sample.map(({ explain }) => explain.zh));
  return group.sample.length >= group.count && group.count > 1 && texts.size === 1 ? 'all' : 'example';
}

/** The money of a group; unknown where not one of its amounts can be read. */
export function groupSum({ sumFen, sample }: Pick<BlockerGroup, 'sumFen' | 'sample'>): number | undefined {
  return sumFen === 0 && sample.length > 0 && sample.every(({ amountFen }) => amountFen === null) ? undefined : sumFen;
}
