import { createHash } from 'node:crypto';
import { parseRate } from '@linggong/core/domain';
import { stratumOf, type SamplingPlan } from '@linggong/studio/domain';
import { cellSizes, drawSample, factorOf, type ClassFactors, type DrawnStratum } from '../../domain';
import type { ClassOf } from './classes-at';
import type { PaidItem } from './populations';

type PlanClass = Parameters<typeof stratumOf>[1]['class'];

/** A population as a plan parts it. */
export interface Stratified {
  readonly items: ReadonlyMap<string, PaidItem>;
  /**
   * SHA-256 (hex) over one line an item in the order of their numbers: number, amount in fen, kind of work, stratum; and the class of its payer
   * (empty where it was not rated), where the sample is drawn by factors of classes.
   */
  readonly sha256: string;
  readonly drawn: readonly DrawnStratum[];
}

/** By what a population is parted and drawn. */
export interface DrawnBy {
  readonly seed: string;
  readonly classOf: ClassOf;
  /** Null for samples from before there were factors, which are drawn by the plan alone. */
  readonly factors: ClassFactors | null;
}

interface Placed {
  readonly item: PaidItem;
  readonly number: string;
  readonly class: string | null;
  readonly plan: string;
  /** The part of the stratum that one factor holds for; its name is that of the stream of random numbers that draws it. */
  readonly stratum: string;
  readonly factor: number;
}

/**
 * Parts a population into the strata of a plan, and these by the factors of their payers' classes, and draws from each part. What belongs to no
 * stratum is not in the population: the plan leaves it out, and its editor is told so.
 */
export function stratified(plan: SamplingPlan, population: readonly PaidItem[], by: DrawnBy): Stratified {
  const placed = population.flatMap((item) => placedIn(plan, item, by));
  placed.sort((one, other) => (one.number < other.number ? -1 : 1));
  const hash = createHash('sha256');
  for (const { item, plan: stratum, class: name } of placed) {
    const rated = by.factors === null ? '' : `\t${name ?? ''}`;
    hash.update(`${item.number}\t${item.amountFen}\t${item.kindOfWork ?? ''}\t${stratum}${rated}\n`);
  }
  const sizes = sizesOf(plan, placed);
  const drawn = drawSample(by.seed, placed, (cell) => sizes.get(cell) ?? 0);
  return {
    items: new Map(placed.map(({ item }) => [item.number, item])),
    sha256: hash.digest('hex'),
    drawn: byStratum(placed, drawn),
  };
}

function placedIn(plan: SamplingPlan, item: PaidItem, { classOf, factors }: DrawnBy): Placed[] {
  const name = classOf(item.enterpriseId);
  // The plan names the five classes, and no other comes from a rating.
  const facts = { class: name as PlanClass, kindOfWork: item.kindOfWork, amountFen: Number(item.amountFen) };
  const stratum = stratumOf(plan, facts);
  if (!stratum) return [];
  const factor = factorOf(factors, name);
  const cell = factor === 1 ? stratum.id : `${stratum.id}@${factor.toString()}`;
  return [{ item, number: item.number, class: name, plan: stratum.id, stratum: cell, factor }];
}

/** How many of each part are drawn. */
function sizesOf(plan: SamplingPlan, placed: readonly Placed[]): ReadonlyMap<string, number> {
  const cells = new Map<string, { readonly plan: string; readonly factor: number; population: number }>();
  for (const { stratum, plan: id, factor } of placed) {
    const known = cells.get(stratum);
    if (known) known.population += 1;
    else cells.set(stratum, { plan: id, factor, population: 1 });
  }
  const sizes = plan.strata.flatMap(({ id, rate, minimum, maximum }) => {
    const own = [...cells]
      .filter(([, cell]) => cell.plan === id)
      .sort(([, one], [, other]) => one.factor - other.factor);
    const share = { rate: parseRate(rate) ?? 0n, minimum, maximum };
    const counts = cellSizes(
      share,
      own.map(([, cell]) => cell),
    );
    return own.map(([name], at) => [name, counts[at] ?? 0] as const);
  });
  return new Map(sizes);
}

/** What was drawn of the parts, told by stratum of the plan. */
function byStratum(placed: readonly Placed[], drawn: readonly DrawnStratum[]): DrawnStratum[] {
  const planOf = new Map(placed.map(({ stratum, plan }) => [stratum, plan]));
  const strata = new Map<string, { population: number; numbers: string[] }>();
  for (const { stratum, population, numbers } of drawn) {
    const id = planOf.get(stratum) ?? stratum;
    const known = strata.get(id) ?? { population: 0, numbers: [] };
    strata.set(id, { population: known.population + population, numbers: [...known.numbers, ...numbers] });
  }
  return [...strata].map(([stratum, one]) => ({ stratum, ...one }));
}
