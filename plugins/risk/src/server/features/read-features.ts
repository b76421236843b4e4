import type { Queryable } from '@linggong/core';
import type { Day } from '@linggong/core/domain';
import { features, type Feature, type FeatureValues } from '../../domain/features';
import { statementFor, type AskedPart } from './feature-statement';
import type { FeatureKeys, SumPart } from './sum-part';

type Values = Record<string, number>;

/**
 * Features of many subjects at once, in their order: one prepared statement, whatever their number. Set-based; ask for at most some thousands.
 * @param day the last day of all windows: today in Shanghai, since people of a window are known by the last day of each
 * @param wanted all of the catalogue where absent; less is quicker
 */
export async function readFeatures(
  db: Queryable,
  day: Day,
  subjects: readonly FeatureKeys[],
  wanted: readonly Feature[] = features,
): Promise<FeatureValues[]> {
  const values: Values[] = subjects.map(() => ({}));
  if (subjects.length === 0 || wanted.length === 0) return values;
  const statement = statementFor(wanted, subjects.length === 1);
  const params = statement.parts.flatMap(({ part }) => arraysOf(subjects, part));
  // Each column is the JSON of arrays of whole numbers, or null where nothing is known.
  const read = await db.prepared<Record<string, number[][] | null>>(statement, [
    day,
    ...(subjects.length === 1 ? params.flat() : params),
  ]);
  statement.parts.forEach((asked, place) => {
    fill(values, subjects, asked, read?.[`p${place}`] ?? []);
  });
  return values;
}

const tieKeys = ['workerId', 'enterpriseId', 'cardId'] as const;

/** The arrays that a part asks with. Many lines of a batch share their enterprise, and some their worker: each is read once. */
function arraysOf(subjects: readonly FeatureKeys[], part: SumPart | undefined): number[][] {
  if (part === undefined) return tieKeys.map((key) => subjects.map((keys) => keys[key]));
  const distinct = [...new Map(subjects.map((keys) => [part.keys(keys).join(), part.keys(keys)])).values()];
  return part.columns.map((_column, place) => distinct.map((keys) => keys[place] ?? 0));
}

function fill(
  values: readonly Values[],
  subjects: readonly FeatureKeys[],
  { part, wanted }: AskedPart,
  rows: readonly (readonly number[])[],
): void {
  const width = part?.columns.length ?? 0;
  const byKey = part && new Map(rows.map((row) => [row.slice(0, width).join(), row]));
  subjects.forEach((keys, index) => {
    const row = byKey && part ? byKey.get(part.keys(keys).join()) : rows[index];
    const into = values[index];
    if (into === undefined) return;
    wanted.forEach(({ name }, place) => (into[name] = row?.[width + place] ?? 0));
  });
}
