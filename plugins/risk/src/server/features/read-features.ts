import type { Queryable } from '@linggong/core';
import type { Day } from '@linggong/core/domain';
import { features, type Feature, type FeatureSubject, type FeatureValues } from '../../domain/features';
import { readGraph } from './read-graph';
import { ofCards, ofEnterprises, ofPhones, ofTasks, ofWorkers, type FeatureKeys, type SumReader } from './read-sums';

const readers: Readonly<Partial<Record<FeatureSubject, SumReader>>> = {
  worker: ofWorkers,
  card: ofCards,
  phone: ofPhones,
  enterprise: ofEnterprises,
  task: ofTasks,
};

type Values = Record<string, number>;

/**
 * Features of many subjects at once, in their order: a statement for each kind of subject, whatever their number. Set-based; ask for at most some thousands.
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
  if (subjects.length === 0) return values;
  for (const [subject, reader] of Object.entries(readers)) {
    const sums = wanted.filter((feature) => feature.subject === subject && feature.measure.kind !== 'graph');
    if (sums.length > 0) await addSums(db, day, { reader, subjects, values }, sums);
  }
  const ties = wanted.filter(({ measure }) => measure.kind === 'graph');
  if (ties.length > 0) await addTies(db, day, { subjects, values }, ties);
  return values;
}

interface Filling {
  readonly subjects: readonly FeatureKeys[];
  readonly values: readonly Values[];
}

async function addSums(
  db: Queryable,
  day: Day,
  { reader, subjects, values }: Filling & { readonly reader: SumReader },
  wanted: readonly Feature[],
): Promise<void> {
  // Many lines of a batch share their enterprise, and some their worker: each is read once.
  const distinct = new Map(subjects.map((keys) => [reader.key(keys), keys]));
  const rows = await reader.read(db, day, [...distinct.values()], wanted);
  subjects.forEach((keys, index) => fill(values[index], rows.get(reader.key(keys)), wanted));
}

async function addTies(
  db: Queryable,
  day: Day,
  { subjects, values }: Filling,
  wanted: readonly Feature[],
): Promise<void> {
  const rows = await readGraph(db, day, subjects, wanted);
  values.forEach((each, index) => fill(each, rows[index], wanted));
}

function fill(
  values: Values | undefined,
  row: Readonly<Record<string, unknown>> | undefined,
  wanted: readonly Feature[],
): void {
  if (values === undefined) return;
  for (const { name } of wanted) values[name] = Number(row?.[name] ?? 0);
}
