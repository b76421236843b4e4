import { allocate, multiplyRate, type Fen } from '@linggong/core/domain';
import { NO_MONTH, type FeeTerms, type MonthSums } from './terms';
import { tieredFee } from './tiers';

/**
 * Fees of payments under one plan, in their order: the order in which they use up the month's tiers.
 *
 * Each is computed for its own payment and rounded half up to the fen, then kept within the limits of an order. Limits of
 * the batch and of the month come after, and win: where the sum passes them it is replaced, and shared out by the fees (by
 * the amounts, where no payment has a fee) with the largest remainders, so that the parts sum to the whole. From the
 * confirmation on every order keeps its fee, whatever becomes of the others.
 *
 * @param amountsFen what the sheet pays (应发金额): the base of every fee, whoever bears tax
 * @param month what the month holds before these payments
 */
export function feesFor(amountsFen: readonly Fen[], terms: FeeTerms, month: MonthSums = NO_MONTH): Fen[] {
  let volumeFen = month.volumeFen;
  const fees = amountsFen.map((amountFen) => {
    const fee = feeOf(amountFen, terms, volumeFen);
    volumeFen += amountFen;
    return fee;
  });
  return withinBatch(fees, amountsFen, terms, month);
}

/** Fee of one payment by itself, within the limits of an order. @param beforeFen volume of the month before it */
export function feeOf(amountFen: Fen, terms: FeeTerms, beforeFen: Fen = 0n): Fen {
  return clamp(bareFee(amountFen, terms, beforeFen), terms.orderMinFen, terms.orderMaxFen);
}

function bareFee(amountFen: Fen, terms: FeeTerms, beforeFen: Fen): Fen {
  switch (terms.kind) {
    case 'percent':
      return multiplyRate(amountFen, terms.rateMillionths, 'half-up');
    case 'fixed':
      return terms.fixedFen;
    case 'tiered':
      return tieredFee(amountFen, beforeFen, terms);
  }
}

function withinBatch(fees: Fen[], amountsFen: readonly Fen[], terms: FeeTerms, month: MonthSums): Fen[] {
  const { batchMinFen, batchMaxFen, monthMaxFen } = terms;
  if (fees.length === 0 || (batchMinFen ?? batchMaxFen ?? monthMaxFen) === null) return fees;
  const sum = fees.reduce((total, fee) => total + fee, 0n);
  const left = monthMaxFen === null ? null : clamp(monthMaxFen - month.feeFen, 0n, null);
  const whole = clamp(clamp(sum, batchMinFen, batchMaxFen), null, left);
  if (whole === sum) return fees;
  return allocate(whole, sum === 0n ? amountsFen : fees);
}

function clamp(fen: Fen, minFen: Fen | null, maxFen: Fen | null): Fen {
  const raised = minFen !== null && fen < minFen ? minFen : fen;
  return maxFen !== null && raised > maxFen ? maxFen : raised;
}

/** What is left to bill so that a month comes to its minimum (月保底差额). */
export function monthShortfall(monthFeeFen: Fen, { monthMinFen }: Pick<FeeTerms, 'monthMinFen'>): Fen {
  return monthMinFen !== null && monthFeeFen < monthMinFen ? monthMinFen - monthFeeFen : 0n;
}

/**
 * What of the amount is the worker's before any tax rule: the amount itself, or the amount less the fee inside it. Below one
 * fen the payment cannot be made.
 */
export function workersPart(amountFen: Fen, feeFen: Fen, { bearing }: Pick<FeeTerms, 'bearing'>): Fen {
  return bearing === 'inside' ? amountFen - feeFen : amountFen;
}
