import type { RateMillionths } from '@linggong/core/domain';
import type { ClassSurcharges, FeeTerms } from './terms';

/** Tiers by the class of an enterprise (费率档, R6.2); which class has which stands in the policy of classes, not here. */
export const classTiers = ['standard', 'raised', 'high'] as const;
export type ClassTier = (typeof classTiers)[number];

export function surchargeOf(terms: ClassSurcharges, tier: ClassTier): RateMillionths {
  switch (tier) {
    case 'standard':
      return 0n;
    case 'raised':
      return terms.raisedMillionths;
    case 'high':
      return terms.highMillionths;
  }
}

/**
 * A plan as it charges an enterprise of a tier: its rate, or the rate of each of its tiers, with the surcharge. Limits, fixed fees, lines of
 * tiers, who bears what and when it is charged stay what was agreed.
 */
export function termsAtTier<T extends FeeTerms>(terms: T, tier: ClassTier): T {
  const added = surchargeOf(terms, tier);
  if (added === 0n || terms.kind === 'fixed') return terms;
  return {
    ...terms,
    rateMillionths: terms.kind === 'percent' ? terms.rateMillionths + added : terms.rateMillionths,
    tiers: terms.tiers.map((one) => ({ ...one, rateMillionths: one.rateMillionths + added })),
  };
}
