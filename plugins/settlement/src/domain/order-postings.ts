import type { ChargeTime } from '@linggong/billing/domain';
import type { Fen } from '@linggong/core/domain';

/** Figures of one order. net = gross − vat − surcharge − income tax + receivable − collected, never below zero. */
export interface OrderFigures {
  readonly grossFen: Fen;
  readonly feeFen: Fen;
  readonly vatFen: Fen;
  readonly surchargeFen: Fen;
  readonly incomeTaxFen: Fen;
  /** Tax of this payment that it could not bear: owed by the worker from now on. */
  readonly receivableFen: Fen;
  /** Earlier tax of the worker that this payment collects; below zero: tax charged too much before, given back with it. */
  readonly collectedFen: Fen;
  readonly netFen: Fen;
  /** When the fee is charged: it comes out of the deposit, of what was paid before, or is owed. */
  readonly feeTiming: ChargeTime;
}

type Kind =
  | 'bank'
  | 'deposit'
  | 'workers'
  | 'tax-iit'
  | 'tax-vat'
  | 'tax-surcharge'
  | 'fee'
  | 'fee-prepaid'
  | 'fee-receivable'
  | 'receivable';

/** Where a fee comes from when it is earned. */
const feeFrom: Readonly<Record<ChargeTime, Kind>> = {
  before: 'fee-prepaid',
  'with-payment': 'deposit',
  after: 'fee-receivable',
};

export interface OrderPosting {
  readonly source: `${Kind}:${number}`;
  readonly destination: `${Kind}:${number}`;
  readonly amountFen: Fen;
}

/** True where the figures of an order add up; checked before they are stored and again before they are booked. */
export function isConsistent(figures: OrderFigures): boolean {
  const { grossFen, feeFen, vatFen, surchargeFen, incomeTaxFen, receivableFen, collectedFen, netFen } = figures;
  const amounts = [grossFen, feeFen, vatFen, surchargeFen, incomeTaxFen, receivableFen, netFen];
  return (
    amounts.every((amount) => amount >= 0n) &&
    netFen === grossFen - vatFen - surchargeFen - incomeTaxFen + receivableFen - collectedFen
  );
}

/**
 * What a paid order books (chart: `plugins/ledger/README.md`): the deposit pays the gross and, unless it was paid before or is
 * billed after, the fee; of the gross the worker
 * gets the net and the tax office the taxes; tax he could not bear is lent to him, earlier loans are paid back, and what he
 * bore too much before is given back.
 * Zero amounts book nothing.
 */
export function orderPostings(enterpriseId: number, figures: OrderFigures): OrderPosting[] {
  const of = (kind: Kind): `${Kind}:${number}` => `${kind}:${enterpriseId}`;
  const workers = of('workers');
  const moves: OrderPosting[] = [
    { source: workers, destination: of('deposit'), amountFen: figures.grossFen },
    { source: of('fee'), destination: of(feeFrom[figures.feeTiming]), amountFen: figures.feeFen },
    { source: of('bank'), destination: workers, amountFen: figures.netFen },
    { source: of('tax-iit'), destination: workers, amountFen: figures.incomeTaxFen },
    { source: of('tax-vat'), destination: workers, amountFen: figures.vatFen },
    { source: of('tax-surcharge'), destination: workers, amountFen: figures.surchargeFen },
    { source: workers, destination: of('receivable'), amountFen: figures.receivableFen },
    { source: of('receivable'), destination: workers, amountFen: figures.collectedFen },
    { source: workers, destination: of('receivable'), amountFen: -figures.collectedFen },
  ];
  return moves.filter(({ amountFen }) => amountFen > 0n);
}

type Held = Pick<OrderFigures, 'grossFen' | 'feeFen' | 'feeTiming'>;

/** What confirming sets aside for an order on the deposit, and what paying it takes. */
export function heldFor({ grossFen, feeFen, feeTiming }: Held): Fen {
  return feeTiming === 'with-payment' ? grossFen + feeFen : grossFen;
}

/** What confirming takes out of what the deposit has available: what is held, and a fee that is charged at once. */
export function neededFor({ grossFen, feeFen, feeTiming }: Held): Fen {
  return feeTiming === 'after' ? grossFen : grossFen + feeFen;
}
