import type { Fen } from '@linggong/core/domain';
import { advance, type Advance } from './advance';
import type { Cumulation } from './cumulation';
import { AMOUNT_LIMIT_FEN, smaller } from './integer';
import type { Payment } from './payment';
import type { Rules } from './rules';

/** A payment whose gross amount is asked for. */
export type GrossUpPayment = Omit<Payment, 'grossFen'>;

/**
 * How far below a found gross the net may still reach the target. Net is a sum of at most eight amounts that are each rounded
 * by half a fen, on a slope above 0.6: eight fen of rounding are less than fourteen of gross.
 */
const ROUNDING_WINDOW_FEN = 16n;

/**
 * Smallest gross whose net is at least `netFen` (包税/税后还原), or undefined when no amount in range gives it.
 *
 * Net does not always rise with gross: where the month reaches the VAT threshold, or leaves the education relief, one fen
 * more costs a thousand yuan. So the range is cut at those places; inside a piece net rises but for a few fen of rounding,
 * which makes a search with a short look back exact. A hundred thousand payments are solved in one batch, and few come near a
 * cut: no gross below net and debt is enough, so a payment without tax is found at once, and any other by a few steps upwards
 * and a look between the last two.
 */
export function grossUp(state: Cumulation, payment: GrossUpPayment, netFen: Fen, rules: Rules): Advance | undefined {
  if (netFen <= 0n) throw new RangeError('grossUp: the net must be above zero');
  const at = (grossFen: Fen): Advance => advance(state, { ...payment, grossFen }, rules);
  const owed = netFen + state.receivableFen;
  const lowest = owed > 1n ? owed : 1n;
  if (lowest > AMOUNT_LIMIT_FEN) return undefined;
  const first = at(lowest);
  if (first.result.netFen >= netFen) return first;
  const { failed, upper } = climb(at, netFen, first);
  if (isOnePiece(first, upper)) {
    return upper.result.netFen < netFen ? undefined : smallestBetween(at, netFen, { failed, upper, lowest });
  }
  const enough = (grossFen: Fen): boolean => at(grossFen).result.netFen >= netFen;
  for (const [start, end] of pieces(at, lowest, upper.result.grossFen)) {
    const found = smallestIn(start, end, enough);
    if (found !== undefined) return at(found);
  }
  return undefined;
}

type At = (gross: Fen) => Advance;

/**
 * Steps upwards by twice of what is missing, since of one fen more at least half a fen arrives: the last amount that is not
 * enough, and the first that is (or the largest there is).
 */
function climb(at: At, netFen: Fen, first: Advance): { failed: Advance; upper: Advance } {
  let failed = first;
  for (;;) {
    const { grossFen, netFen: reachedFen } = failed.result;
    const upper = at(smaller(grossFen + 2n * (netFen - reachedFen), AMOUNT_LIMIT_FEN));
    if (upper.result.netFen >= netFen || upper.result.grossFen === AMOUNT_LIMIT_FEN) return { failed, upper };
    failed = upper;
  }
}

/** True where neither VAT nor the education surcharges set in between two amounts. */
function isOnePiece(low: Advance, high: Advance): boolean {
  return low.trace.vat.reached === high.trace.vat.reached && educationDue(low) === educationDue(high);
}

interface Bracket {
  readonly failed: Advance;
  readonly upper: Advance;
  readonly lowest: Fen;
}

/** Amounts at both sides of a straight line's crossing, wide enough for its rounding. */
const ASIDE_FEN = 8n;
const SECANTS = 3;

/** Smallest amount of one piece, between one that is not enough and one that is. */
function smallestBetween(at: At, netFen: Fen, { failed, upper, lowest }: Bracket): Advance {
  let [low, high] = [failed, upper];
  const take = (grossFen: Fen): void => {
    if (grossFen <= low.result.grossFen || grossFen >= high.result.grossFen) return;
    const taken = at(grossFen);
    if (taken.result.netFen >= netFen) high = taken;
    else low = taken;
  };
  for (let turn = 0; turn < SECANTS && high.result.grossFen - low.result.grossFen > 2n * ASIDE_FEN; turn += 1) {
    const crossing = crossingOf(low, high, netFen);
    take(crossing - ASIDE_FEN);
    take(crossing + ASIDE_FEN);
  }
  while (high.result.grossFen - low.result.grossFen > 1n) take((low.result.grossFen + high.result.grossFen) / 2n);
  for (let gross = lookBack(low.result.grossFen, lowest); gross < low.result.grossFen; gross += 1n) {
    const found = at(gross);
    if (found.result.netFen >= netFen) return found;
  }
  return high;
}

/** Where the straight line between two amounts comes to the net; one lies below it, the other does not. */
function crossingOf({ result: low }: Advance, { result: high }: Advance, netFen: Fen): Fen {
  return low.grossFen + ((netFen - low.netFen) * (high.grossFen - low.grossFen)) / (high.netFen - low.netFen);
}

/** Ranges of gross between the places where VAT, then the education surcharges, set in. */
function pieces(at: At, lowest: Fen, limit: Fen): [Fen, Fen][] {
  const vatFrom = firstWhere(lowest, limit, (gross) => at(gross).trace.vat.reached);
  const educationFrom = firstWhere(lowest, limit, (gross) => educationDue(at(gross)));
  const cuts = [...new Set([vatFrom, educationFrom])].filter((cut) => cut > lowest && cut <= limit);
  cuts.sort((left, right) => (left < right ? -1 : 1));
  const starts = [lowest, ...cuts];
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
