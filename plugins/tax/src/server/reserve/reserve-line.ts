import type { LineFigures, TaxLine } from '../quote/tax-line';

/** A quoted line that became an order. */
export interface ReserveLine extends TaxLine {
  readonly orderId: number;
  /** The figures that the enterprise saw and confirmed. */
  readonly quoted: LineFigures;
  /** Version of the worker's totals that the quote stood on; checked where it is given, the figures always are. */
  readonly stateVersion?: bigint;
}
