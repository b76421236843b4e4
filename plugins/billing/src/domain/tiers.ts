import { divideRounded, multiplyRate, type Fen } from '@linggong/core/domain';
import type { FeeTerms, Tier } from './terms';

const MILLION = 1_000_000n;

/**
 * Fee of one payment by tiers.
 * @param beforeFen volume of the month before it
 */
export function tieredFee(amountFen: Fen, beforeFen: Fen, terms: FeeTerms): Fen {
  const { tierBasis, tierMode, tiers } = terms;
  if (tierMode === 'whole') return multiplyRate(amountFen, reached(terms, beforeFen + amountFen, amountFen), 'half-up');
  // The sums telescope: the fees of a month come to the fee of its volume, to the fen.
  return tierBasis === 'order-amount'
    ? upTo(amountFen, tiers, ({ fromAmountFen }) => fromAmountFen)
    : upTo(beforeFen + amountFen, tiers, volumeLine) - upTo(beforeFen, tiers, volumeLine);
}

const volumeLine = ({ fromVolumeFen }: Tier): Fen => fromVolumeFen;

/** Rate of the last tier whose lines, as far as the basis asks for them, are reached. */
function reached({ tierBasis, tiers }: FeeTerms, volumeFen: Fen, amountFen: Fen): bigint {
  const tier = tiers.findLast(
    ({ fromVolumeFen, fromAmountFen }) =>
      (tierBasis === 'order-amount' || fromVolumeFen <= volumeFen) &&
      (tierBasis === 'month-volume' || fromAmountFen <= amountFen),
  );
  return tier?.rateMillionths ?? 0n;
}

/** What an amount costs part by part, from nothing on; rounded once. */
function upTo(amountFen: Fen, tiers: readonly Tier[], lineOf: (tier: Tier) => Fen): Fen {
  let millionths = 0n;
  for (const [index, tier] of tiers.entries()) {
    const from = lineOf(tier);
    if (amountFen <= from) break;
    const next = tiers[index + 1];
    const end = next === undefined || lineOf(next) > amountFen ? amountFen : lineOf(next);
    millionths += (end - from) * tier.rateMillionths;
  }
  return divideRounded(millionths, MILLION, 'half-up');
}
