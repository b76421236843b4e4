import type { Fen, RateMillionths } from '@linggong/core/domain';
import { halfUp } from './integer';
import type { VatRules } from './vat-rules';

/** VAT with the three surcharges on it (附加税费). */
export interface VatAmounts {
  readonly vatFen: Fen;
  readonly urbanMaintenanceFen: Fen;
  readonly educationFen: Fen;
  readonly localEducationFen: Fen;
}

export const NO_VAT: VatAmounts = { vatFen: 0n, urbanMaintenanceFen: 0n, educationFen: 0n, localEducationFen: 0n };

/** VAT and surcharges together. */
export function vatTotalOf({ vatFen, urbanMaintenanceFen, educationFen, localEducationFen }: VatAmounts): Fen {
  return vatFen + urbanMaintenanceFen + educationFen + localEducationFen;
}

/** Amounts of the left that the right does not have; signed. */
export function vatDifference(left: VatAmounts, right: VatAmounts): VatAmounts {
  return {
    vatFen: left.vatFen - right.vatFen,
    urbanMaintenanceFen: left.urbanMaintenanceFen - right.urbanMaintenanceFen,
    educationFen: left.educationFen - right.educationFen,
    localEducationFen: left.localEducationFen - right.localEducationFen,
  };
}

const MILLION = 1_000_000n;

/**
 * Surcharges on VAT that is due (城建税, 教育费附加, 地方教育附加), after the halving for small-scale taxpayers. The two
 * education surcharges are exempt while the sales of the tax period stay within the relief (财税〔2016〕12号).
 */
export function withSurcharges(vatFen: Fen, salesFen: Fen, urbanRate: RateMillionths, rules: VatRules): VatAmounts {
  const education = salesFen > rules.educationReliefSalesFen;
  return {
    vatFen,
    urbanMaintenanceFen: surcharge(vatFen, urbanRate, rules),
    educationFen: education ? surcharge(vatFen, rules.educationRate, rules) : 0n,
    localEducationFen: education ? surcharge(vatFen, rules.localEducationRate, rules) : 0n,
  };
}

function surcharge(vatFen: Fen, rate: RateMillionths, { keptSurcharge: kept }: VatRules): Fen {
  const numerator = vatFen * rate * kept.numerator;
  return halfUp(numerator, MILLION * kept.denominator);
}
