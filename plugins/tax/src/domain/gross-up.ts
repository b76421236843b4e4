import type { Fen } from '@linggong/core/domain';
import { advance, type Advance } from './advance';
import type { Cumulation } from './cumulation';
import { AMOUNT_LIMIT_FEN, smaller } from './integer';
import type { Payment } from './payment';
import type { Rules } from './rules';

/** A payment whose gross amount is asked for. */
export type GrossUpPayment = Omit<Payment, 'grossFen'>;

/** How far below a found gross the net may still reach the target: rounding of four taxes against a slope above one half. */
const ROUNDING_WINDOW_FEN = 64n;

/**
 * Smallest gross whose net is at least `netFen` (包税/税后还原), or undefined when no amount in range gives it.
 *
 * Net does not always rise with gross: where the month reaches the VAT threshold, or leaves the education relief, one fen
 * more costs a thousand yuan. So the range is cut at those places; inside a piece net rises but for a few fen of rounding,
 * which makes a binary search with a short look back exact. A hundred thousand payments are solved in one batch, and few
 * come near a cut: a handful of steps upwards finds an amount that is enough, and where no cut lies below it only the last
 * step is searched.
 */
export function grossUp(state: Cumulation, payment: GrossUpPayment, netFen: Fen, rules: Rules): Advance | undefined {
  if (netFen <= 0n) throw new RangeError('grossUp: the net must be above zero');
  const at = (grossFen: Fen): Advance => advance(state, { ...payment, grossFen }, rules);
  const enough = (grossFen: Fen): boolean => at(grossFen).result.netFen >= netFen;
  const [failedFen, upperFen] = climb(at, netFen);
  const lowest = lookBack(failedFen + 1n, 1n);
  const ranges: [Fen, Fen][] = isOnePiece(at(1n), at(upperFen)) ? [[lowest, upperFen]] : pieces(at, upperFen);
  for (const [first, last] of ranges) {
    const found = smallestIn(first, last, enough);
    if (found !== undefined) return at(found);
  }
  return undefined;
}

/**
 * Steps upwards by twice of what is missing, since of one fen more at least half a fen arrives: the last amount that is not
 * enough, and the first that is (or the largest there is).
 */
function climb(at: (gross: Fen) => Advance, netFen: Fen): [failed: Fen, upper: Fen] {
  let failedFen = 0n;
  let upperFen = smaller(netFen, AMOUNT_LIMIT_FEN);
  for (;;) {
    const missingFen = netFen - at(upperFen).result.netFen;
    if (missingFen <= 0n || upperFen === AMOUNT_LIMIT_FEN) return [failedFen, upperFen];
    failedFen = upperFen;
    upperFen = smaller(upperFen + 2n * missingFen, AMOUNT_LIMIT_FEN);
  }
}

/** True where neither VAT nor the education surcharges set in between two amounts. */
function isOnePiece(low: Advance, high: Advance): boolean {
  return low.trace.vat.reached === high.trace.vat.reached && educationDue(low) === educationDue(high);
}

/** Ranges of gross between the places where VAT, then the education surcharges, set in. */
function pieces(at: (gross: Fen) => Advance, limit: Fen): [Fen, Fen][] {
  const vatFrom = firstWhere(1n, limit, (gross) => at(gross).trace.vat.reached);
  const educationFrom = firstWhere(1n, limit, (gross) => educationDue(at(gross)));
  const cuts = [...new Set([vatFrom, educationFrom])].filter((cut) => cut > 1n && cut <= limit);
  cuts.sort((left, right) => (left < right ? -1 : 1));
  const starts = [1n, ...cuts];
  return starts.map((start, index) => [start, (starts[index + 1] ?? limit + 1n) - 1n]);
}

function educationDue({ trace }: Advance): boolean {
  const { reached, salesFen } = trace.vat;
  return reached && salesFen > trace.rules.vat.educationReliefSalesFen;
}

/** First number for which a condition that stays true once true holds; `last + 1` when it never does. */
function firstWhere(first: bigint, last: bigint, holds: (value: bigint) => boolean): bigint {
  let low = first;
  let high = last + 1n;
  while (low < high) {
    const middle = (low + high) / 2n;
    if (holds(middle)) high = middle;
    else low = middle + 1n;
  }
  return low;
}

function smallestIn(first: Fen, last: Fen, enough: (gross: Fen) => boolean): Fen | undefined {
  const found = firstWhere(first, last, enough);
  const start = lookBack(found, first);
  const end = found <= last ? found : last;
  for (let gross = start; gross <= end; gross += 1n) if (enough(gross)) return gross;
  return undefined;
}

function lookBack(from: Fen, first: Fen): Fen {
  return from - ROUNDING_WINDOW_FEN > first ? from - ROUNDING_WINDOW_FEN : first;
}
