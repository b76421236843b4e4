import type { Fen } from '@linggong/core/domain';
import type { MonthLine, PaymentTax } from '../../domain';

/** Sums of the payments of one run: the year to date, as a tax officer asks for it. */
export interface RunSums {
  readonly payments: number;
  readonly grossFen: Fen;
  readonly vatFen: Fen;
  readonly surchargeFen: Fen;
  readonly incomeFen: Fen;
  readonly incomeTaxFen: Fen;
  readonly netFen: Fen;
}

export const NO_PAYMENTS: RunSums = {
  payments: 0,
  grossFen: 0n,
  vatFen: 0n,
  surchargeFen: 0n,
  incomeFen: 0n,
  incomeTaxFen: 0n,
  netFen: 0n,
};

type Summed = Omit<PaymentTax & MonthLine, 'payments' | 'month'>;
type Part = Pick<
  Summed,
  | 'grossFen'
  | 'vatFen'
  | 'urbanMaintenanceFen'
  | 'educationFen'
  | 'localEducationFen'
  | 'incomeFen'
  | 'incomeTaxFen'
  | 'netFen'
>;

/** Sums with one more payment, or with a month of `payments` payments. */
export function withPart(sums: RunSums, part: Part, payments = 1): RunSums {
  return {
    payments: sums.payments + payments,
    grossFen: sums.grossFen + part.grossFen,
    vatFen: sums.vatFen + part.vatFen,
    surchargeFen: sums.surchargeFen + part.urbanMaintenanceFen + part.educationFen + part.localEducationFen,
    incomeFen: sums.incomeFen + part.incomeFen,
    incomeTaxFen: sums.incomeTaxFen + part.incomeTaxFen,
    netFen: sums.netFen + part.netFen,
  };
}
