import { createHash } from 'node:crypto';
import { sampleSize, stratumOf, type SamplingPlan } from '@linggong/studio/domain';
import { drawSample, type DrawnStratum } from '../../domain';
import type { ClassOf } from './classes-at';
import type { PaidItem } from './populations';

type PlanClass = Parameters<typeof stratumOf>[1]['class'];

/** A population as a plan parts it. */
export interface Stratified {
  readonly items: ReadonlyMap<string, PaidItem>;
  /** SHA-256 (hex) over one line an item in the order of their numbers: number, amount in fen, kind of work, stratum. */
  readonly sha256: string;
  readonly drawn: readonly DrawnStratum[];
}

/**
 * Parts a population into the strata of a plan and draws from each. What belongs to no stratum is not in the population: the plan leaves it out, and
 * its editor is told so.
 */
export function stratified(
  plan: SamplingPlan,
  population: readonly PaidItem[],
  seed: string,
  classOf: ClassOf = () => null,
): Stratified {
  const placed = population.flatMap((item) => {
    // The plan names the five classes, and no other comes from a rating.
    const facts = {
      class: classOf(item.enterpriseId) as PlanClass,
      kindOfWork: item.kindOfWork,
      amountFen: Number(item.amountFen),
    };
    const stratum = stratumOf(plan, facts);
    return stratum ? [{ item, number: item.number, stratum: stratum.id }] : [];
  });
  placed.sort((one, other) => (one.number < other.number ? -1 : 1));
  const hash = createHash('sha256');
  for (const { item, stratum } of placed) {
    hash.update(`${item.number}\t${item.amountFen}\t${item.kindOfWork ?? ''}\t${stratum}\n`);
  }
  const sizeOf = (id: string, count: number): number => {
    const stratum = plan.strata.find((one) => one.id === id);
    return stratum ? sampleSize(stratum, count) : 0;
  };
  return {
    items: new Map(placed.map(({ item }) => [item.number, item])),
    sha256: hash.digest('hex'),
    drawn: drawSample(seed, placed, sizeOf),
  };
}
