import type { Fen, RateMillionths } from '@linggong/core/domain';
import type { Day } from '@linggong/core/domain';
import type { BatchLine, PaymentTax, Regime, VatRole } from '../../domain';

/** One payment that a batch wants to make. */
export interface TaxLine {
  /** The caller's own name of the line; comes back with the result. */
  readonly lineKey: string;
  readonly workerId: number;
  /** Amount due to the worker, VAT included; above zero. */
  readonly grossFen: Fen;
  /** Chosen by the caller for the worker and the day: authorization given or not, registered or not. */
  readonly vatRole: VatRole;
  /** By the place of the tax office: 70_000n, 50_000n or 10_000n. */
  readonly urbanMaintenanceRate: RateMillionths;
  readonly specialInvoice?: boolean;
  /** Where the enterprise bears tax: the net that the worker must get; the gross is found, and `grossFen` not looked at. */
  readonly promisedNetFen?: Fen;
  /** `platform-labor` where it is not said. */
  readonly regime?: Regime;
}

/** Figures of a line as settlement keeps them. net = gross − vat − surcharge − income tax + receivable − collected. */
export interface LineFigures {
  readonly vatFen: Fen;
  readonly surchargeFen: Fen;
  readonly incomeTaxFen: Fen;
  /** Tax of this payment that it cannot bear. */
  readonly receivableFen: Fen;
  /** Earlier receivable taken from this payment. */
  readonly collectedFen: Fen;
  readonly netFen: Fen;
}

export function figuresOf(tax: PaymentTax): LineFigures {
  return {
    vatFen: tax.vatFen,
    surchargeFen: tax.urbanMaintenanceFen + tax.educationFen + tax.localEducationFen,
    incomeTaxFen: tax.incomeTaxFen,
    receivableFen: tax.receivableAddedFen,
    collectedFen: tax.receivableCollectedFen,
    netFen: tax.netFen,
  };
}

export function sameFigures(left: LineFigures, right: LineFigures): boolean {
  return (
    left.vatFen === right.vatFen &&
    left.surchargeFen === right.surchargeFen &&
    left.incomeTaxFen === right.incomeTaxFen &&
    left.receivableFen === right.receivableFen &&
    left.collectedFen === right.collectedFen &&
    left.netFen === right.netFen
  );
}

/** A line with the day of its batch, as the domain takes it. */
export type DatedLine<L extends TaxLine> = BatchLine & { readonly source: L };

export function datedLine<L extends TaxLine>(source: L, day: Day): DatedLine<L> {
  return {
    source,
    workerId: source.workerId,
    regime: source.regime ?? 'platform-labor',
    paidOn: day,
    grossFen: source.grossFen,
    ...(source.promisedNetFen === undefined ? {} : { promisedNetFen: source.promisedNetFen }),
    vat: {
      role: source.vatRole,
      urbanMaintenanceRate: source.urbanMaintenanceRate,
      specialInvoice: source.specialInvoice ?? false,
    },
  };
}
