import type { Evaluation } from '../../kind';
import { describedKind } from '../described-kind';
import { planFaults, planHints } from './plan-checks';
import { planField, populationField, type PopulationCell, type SamplingPlan } from './plan-fields';
import { sampleSize, stratumOf } from './strata';

function evaluate(plan: SamplingPlan, { cells }: { readonly cells: readonly PopulationCell[] }): Evaluation {
  const populations = new Map<string, number>();
  let outside = 0;
  for (const cell of cells) {
    const stratum = stratumOf(plan, cell);
    if (stratum) populations.set(stratum.id, (populations.get(stratum.id) ?? 0) + cell.count);
    else outside += cell.count;
  }
  const strata = plan.strata.map((stratum) => {
    const population = populations.get(stratum.id) ?? 0;
    return { id: stratum.id, population, size: sampleSize(stratum, population) };
  });
  const trace = strata.map(({ population, size }, index) => ({
    zh: `${plan.strata[index]?.name.zh ?? ''}：${population} 件中抽 ${size} 件`,
    en: `${plan.strata[index]?.name.en ?? ''}: ${size} of ${population}`,
  }));
  return { outcome: { strata, outside, size: strata.reduce((sum, { size }) => sum + size, 0) }, trace };
}

/** How a stratified random sample is drawn (抽样方案, R8.4): strata by class, amount and kind of work. */
export const samplingPlan = describedKind({
  kind: 'sampling-plan',
  name: { zh: '抽样方案', en: 'Sampling plan' },
  content: planField,
  input: () => populationField,
  faults: planFaults,
  hints: planHints,
  evaluate,
});
