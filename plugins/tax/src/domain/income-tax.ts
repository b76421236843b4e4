import type { Fen, RateMillionths } from '@linggong/core/domain';
import type { Cumulation } from './cumulation';
import { halfUp, larger, smaller } from './integer';
import type { Payment } from './payment';
import type { IncomeTaxRules } from './rules';
import { stepFor, taxOn } from './schedule';

/**
 * The income tax of one payment, number by number, as PN 2025-16 art. 1(1) writes the formula: (cumulative income − expense
 * − exempt − deduction − other) × rate − quick deduction − relief − withheld before. Amounts are fen.
 */
export interface IncomeTaxStep {
  readonly incomeFen: Fen;
  readonly cumulativeIncomeFen: Fen;
  readonly exemptFen: Fen;
  readonly deductionFen: Fen;
  readonly otherDeductionFen: Fen;
  /** Taxable income in 1/`scale` fen, exact; below zero when deductions exceed income. */
  readonly taxable: bigint;
  readonly scale: bigint;
  readonly rate: RateMillionths;
  readonly quickFen: Fen;
  /** Tax on the taxable income, before relief. */
  readonly taxBeforeReliefFen: Fen;
  readonly reliefFen: Fen;
  readonly cumulativeTaxFen: Fen;
  readonly withheldBeforeFen: Fen;
  /** Cumulative tax less tax withheld before; below zero nothing is withheld and the difference is carried. */
  readonly correctionFen: Fen;
  readonly taxFen: Fen;
}

/** Income tax of a payment that adds `incomeFen` to an opened cumulation. */
export function incomeTaxOf(open: Cumulation, incomeFen: Fen, payment: Payment, rules: IncomeTaxRules): IncomeTaxStep {
  const { schedule } = rules;
  const cumulativeIncomeFen = open.incomeFen + incomeFen;
  const exemptFen = plus(open.exemptFen, payment.exemptFen);
  const deductionFen = rules.deductionsFen[open.months] ?? 0n;
  const otherDeductionFen = plus(open.otherDeductionFen, payment.otherDeductionFen);
  const deducted = exemptFen + (deductionFen + otherDeductionFen);
  const taxable = taxableOf(cumulativeIncomeFen, deducted, rules);
  const step = stepFor(schedule, taxable);
  const taxBeforeReliefFen = taxOn(schedule, step, taxable);
  const reliefFen = reliefOf(open, payment, taxable, taxBeforeReliefFen, rules);
  const cumulativeTaxFen = reliefFen === 0n ? taxBeforeReliefFen : larger(taxBeforeReliefFen - reliefFen, 0n);
  const correctionFen = cumulativeTaxFen - open.withheldFen;
  return {
    incomeFen,
    cumulativeIncomeFen,
    exemptFen,
    deductionFen,
    otherDeductionFen,
    taxable,
    scale: schedule.scale,
    rate: step.rate,
    quickFen: step.quickFen,
    taxBeforeReliefFen,
    reliefFen,
    cumulativeTaxFen,
    withheldBeforeFen: open.withheldFen,
    correctionFen,
    taxFen: larger(correctionFen, 0n),
  };
}

/** Most payments bring none of it: then the sum stays the very same object, which is quicker than a new one. */
export function plus(sumFen: Fen, broughtFen: Fen | undefined): Fen {
  return broughtFen === undefined ? sumFen : sumFen + broughtFen;
}

/** Taxable income rounded to the fen, for records and tables. */
export function taxableFenOf({ taxable, scale }: Pick<IncomeTaxStep, 'taxable' | 'scale'>): Fen {
  return taxable < 0n ? -halfUp(-taxable, scale) : halfUp(taxable, scale);
}

/** Taxable income in 1/scale fen: what is left of income after expense, less what is deducted. */
function taxableOf(incomeFen: Fen, deductedFen: Fen, { kept, allowance }: IncomeTaxRules): bigint {
  const deducted = deductedFen * kept.denominator;
  if (allowance !== undefined && incomeFen <= allowance.flatUpToFen) {
    return (incomeFen - allowance.flatFen) * kept.denominator - deducted;
  }
  return incomeFen * kept.numerator - deducted;
}

/** Relief that the payments brought, plus the halving of business income up to its cap (公告2023年第12号). */
function reliefOf(open: Cumulation, payment: Payment, taxable: bigint, taxFen: Fen, rules: IncomeTaxRules): Fen {
  const broughtFen = plus(open.reliefFen, payment.reliefFen);
  if (rules.relief === undefined) return broughtFen;
  const { schedule, relief } = rules;
  const capped = smaller(taxable, relief.capFen * schedule.scale);
  const cappedTaxFen = capped === taxable ? taxFen : taxOn(schedule, stepFor(schedule, capped), capped);
  return broughtFen + halfUp(cappedTaxFen * relief.share, 1_000_000n);
}
