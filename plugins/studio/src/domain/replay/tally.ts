import type { Text2 } from '@linggong/core/domain';
import type { Json } from '../kind';
import { decidesOtherwise, outcomeWord, rowsHit } from './outcome-words';

/** One thing of the past, or of the present, decided by two versions. */
export interface Compared {
  /** Number or name that people know it by, and where it is looked at. */
  readonly label: string;
  readonly link?: string;
  readonly before: Json;
  /** Undefined where the other version cannot be asked this: its columns or fields are others. */
  readonly after: Json | undefined;
  readonly trace?: readonly Text2[];
  /** Amount in fen that stands behind it, where one does. */
  readonly amountFen?: number;
}

/** How many went from one decision to another, and what they amount to. */
export interface TallyPair {
  readonly before: string;
  readonly after: string;
  readonly count: number;
  readonly amountFen: number;
  readonly changed: boolean;
}

export interface TallyExample {
  readonly label: string;
  readonly link?: string;
  readonly before: Json;
  readonly after: Json;
  readonly trace: readonly Text2[];
  readonly amountFen?: number;
}

/** What comparing many things came to (对比结果): bounded, and mergeable page by page. */
export interface Tally {
  readonly compared: number;
  readonly changed: number;
  /** Sum over what is decided otherwise. */
  readonly changedFen: number;
  /** Those that the other version cannot be asked, and some of their labels. */
  readonly unfit: number;
  readonly unfitExamples: readonly string[];
  readonly pairs: readonly TallyPair[];
  readonly examples: readonly TallyExample[];
  /** How often each row hit under the other version. */
  readonly rowsHit: Readonly<Record<string, number>>;
}

export const emptyTally: Tally = {
  compared: 0,
  changed: 0,
  changedFen: 0,
  unfit: 0,
  unfitExamples: [],
  pairs: [],
  examples: [],
  rowsHit: {},
};

/** Bounds of what is kept. Beyond the pairs everything else is counted under one name. */
export const tallyBounds = { pairs: 60, examples: 50, examplesOfPair: 10, unfitExamples: 10, trace: 10 } as const;

/** The name under which pairs beyond the bound are counted. */
export const otherWord = '…';

/** Adds compared things to a tally. Sums are exact: amounts are integers of fen below 2^53 together. */
export function tallied(tally: Tally, items: readonly Compared[], bounds = tallyBounds): Tally {
  const pairs = new Map(tally.pairs.map((pair) => [countName(pair), { ...pair }]));
  const examples = [...tally.examples];
  const ofPair = new Map<string, number>();
  for (const example of examples) {
    const name = pairName({ before: outcomeWord(example.before), after: outcomeWord(example.after) });
    ofPair.set(name, (ofPair.get(name) ?? 0) + 1);
  }
  const hits = new Map(Object.entries(tally.rowsHit));
  let { changed, changedFen, unfit } = tally;
  const unfitExamples = [...tally.unfitExamples];
  for (const item of items) {
    if (item.after === undefined) {
      unfit += 1;
      if (unfitExamples.length < bounds.unfitExamples) unfitExamples.push(item.label);
      continue;
    }
    for (const id of rowsHit(item.after)) hits.set(id, (hits.get(id) ?? 0) + 1);
    const isChanged = decidesOtherwise(item.before, item.after);
    const words = { before: outcomeWord(item.before), after: outcomeWord(item.after) };
    count(pairs, { ...words, changed: isChanged }, item.amountFen ?? 0, bounds.pairs);
    if (!isChanged) continue;
    changed += 1;
    changedFen += item.amountFen ?? 0;
    const taken = ofPair.get(pairName(words)) ?? 0;
    if (examples.length >= bounds.examples || taken >= bounds.examplesOfPair) continue;
    ofPair.set(pairName(words), taken + 1);
    examples.push(exampleOf(item, item.after, bounds.trace));
  }
  return {
    compared: tally.compared + items.length,
    changed,
    changedFen,
    unfit,
    unfitExamples,
    pairs: [...pairs.values()],
    examples,
    rowsHit: Object.fromEntries(hits),
  };
}

interface Counted extends Omit<TallyPair, 'count' | 'amountFen'> {
  count: number;
  amountFen: number;
}

function count(
  pairs: Map<string, Counted>,
  pair: Pick<TallyPair, 'before' | 'after' | 'changed'>,
  amountFen: number,
  most: number,
): void {
  const known = pairs.get(countName(pair));
  const room = known !== undefined || pairs.size < most;
  const kept = known ?? counted(pairs, room ? pair : { ...pair, before: otherWord, after: otherWord });
  kept.count += 1;
  kept.amountFen += amountFen;
}

function counted(pairs: Map<string, Counted>, pair: Pick<TallyPair, 'before' | 'after' | 'changed'>): Counted {
  const kept = pairs.get(countName(pair)) ?? { ...pair, count: 0, amountFen: 0 };
  pairs.set(countName(pair), kept);
  return kept;
}

const pairName = ({ before, after }: Pick<TallyPair, 'before' | 'after'>): string => JSON.stringify([before, after]);

const countName = (pair: Pick<TallyPair, 'before' | 'after' | 'changed'>): string =>
  `${pairName(pair)} ${String(pair.changed)}`;

function exampleOf({ label, link, before, trace, amountFen }: Compared, after: Json, traceMax: number): TallyExample {
  return {
    label,
    ...(link === undefined ? {} : { link }),
    before,
    after,
    trace: (trace ?? []).slice(0, traceMax),
    ...(amountFen === undefined ? {} : { amountFen }),
  };
}
