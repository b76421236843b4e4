import { divideRounded, parseRate } from '@linggong/core/domain';
import { isFor } from '../shared/fields';
import type { PopulationCell, SamplingPlan, Stratum } from './plan-fields';

/** The first stratum of a plan that something belongs to; undefined where it is not sampled at all. */
export function stratumOf(plan: SamplingPlan, facts: Omit<PopulationCell, 'count'>): Stratum | undefined {
  return plan.strata.find(
    ({ classes, kindsOfWork, fromFen, belowFen }) =>
      isFor(classes, facts.class) &&
      isFor(kindsOfWork, facts.kindOfWork) &&
      facts.amountFen >= fromFen &&
      (belowFen === null || facts.amountFen < belowFen),
  );
}

/** How many of a population are drawn: its share rounded up, within the bounds of the stratum, never more than there are. */
export function sampleSize({ rate, minimum, maximum }: Stratum, population: number): number {
  const share = Number(divideRounded(BigInt(population) * (parseRate(rate) ?? 0n), 1_000_000n, 'up'));
  return Math.min(population, maximum ?? population, Math.max(share, minimum));
}
