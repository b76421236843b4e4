import type { Fen } from '@linggong/core/domain';
import { advance, type Advance } from './advance';
import type { Cumulation } from './cumulation';
import { AMOUNT_LIMIT_FEN } from './integer';
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
 * which makes a binary search with a short look back exact.
 */
export function grossUp(state: Cumulation, payment: GrossUpPayment, netFen: Fen, rules: Rules): Advance | undefined {
  if (netFen <= 0n) throw new RangeError('grossUp: the net must be above zero');
  const at = (grossFen: Fen): Advance => advance(state, { ...payment, grossFen }, rules);
  for (const [first, last] of pieces(at, AMOUNT_LIMIT_FEN)) {
    const found = smallestIn(first, last, (gross) => at(gross).result.netFen >= netFen);
    if (found !== undefined) return at(found);
  }
  return undefined;
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
  const start = found - ROUNDING_WINDOW_FEN > first ? found - ROUNDING_WINDOW_FEN : first;
  const end = found <= last ? found : last;
  for (let gross = start; gross <= end; gross += 1n) if (enough(gross)) return gross;
  return undefined;
}
