import type { Day, Fen, RateMillionths } from '@linggong/core/domain';

/**
 * Who declares the VAT of a payment (增值税处理方式): the platform on the worker's behalf, with the monthly threshold
 * (代办申报); the payer by withholding, with the threshold per transaction (代扣代缴); or the worker himself.
 */
export type VatRole = 'platform-files' | 'payer-withholds' | 'self';

export interface VatTerms {
  readonly role: VatRole;
  /** City 7 %, county or town 5 %, elsewhere 1 %, by the place of the tax office. */
  readonly urbanMaintenanceRate: RateMillionths;
  /** A special invoice (专用发票) is wanted: its VAT is due under the threshold too. */
  readonly specialInvoice?: boolean;
}

/** One payment to a worker, as far as tax is concerned. Amounts are fen. */
export interface Payment {
  /** Shanghai day on which the payment is sent. */
  readonly paidOn: Day;
  /** What the worker is due before all tax, VAT included. Above zero. */
  readonly grossFen: Fen;
  readonly vat: VatTerms;
  /** Tax-exempt income (免税收入) inside the payment. */
  readonly exemptFen?: Fen;
  /** Other deductions allowed by law (依法确定的其他扣除), or the costs of a business, that this payment brings. */
  readonly otherDeductionFen?: Fen;
  /** Tax relief (减免税额) that this payment brings. */
  readonly reliefFen?: Fen;
}

/** What a payment costs. Everything but `incomeFen` and `receivableCollectedFen` is never below zero. */
export interface PaymentTax {
  readonly grossFen: Fen;
  readonly vatFen: Fen;
  readonly urbanMaintenanceFen: Fen;
  readonly educationFen: Fen;
  readonly localEducationFen: Fen;
  /** Income added by this payment; below zero when it makes VAT fall due on earlier payments of the month. */
  readonly incomeFen: Fen;
  /** Months of the run (n), this one included. */
  readonly months: number;
  readonly rate: RateMillionths;
  readonly incomeTaxFen: Fen;
  /** Part of an earlier receivable taken from this payment, before its own tax; below zero: earlier tax given back with it. */
  readonly receivableCollectedFen: Fen;
  /** Part of this payment's own tax that it cannot bear. */
  readonly receivableAddedFen: Fen;
  /** Outstanding after this payment. */
  readonly taxReceivableFen: Fen;
  readonly netFen: Fen;
}
