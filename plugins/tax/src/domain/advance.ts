import { problem, type Fen } from '@linggong/core/domain';
import { openMonth, type Cumulation } from './cumulation';
import { incomeTaxOf, plus, type IncomeTaxStep } from './income-tax';
import { AMOUNT_LIMIT_FEN, smaller } from './integer';
import { monthIndexOf } from './month-index';
import type { Payment, PaymentTax } from './payment';
import type { Rules } from './rules';
import { NO_VAT, vatTotalOf } from './surcharges';
import { chargeVat, type VatCharge } from './vat';

/** How a payment's tax came about: plain numbers; `month-table.ts` and `trace-text.ts` make it readable on demand. */
export interface PaymentTrace {
  readonly payment: Payment;
  readonly rules: Rules;
  /** Index of the month (months since year 0). */
  readonly month: number;
  readonly run: number;
  readonly months: number;
  readonly vat: VatCharge;
  readonly incomeTax: IncomeTaxStep;
}

export interface Advance {
  readonly state: Cumulation;
  readonly result: PaymentTax;
  readonly trace: PaymentTrace;
}

/**
 * One payment on top of everything paid before it: VAT and surcharges, income tax by the cumulative method, receivable, net.
 * @throws Problem 422 `tax-month-passed` (a later month was paid already), `tax-parameter-missing`, `tax-amount-range`, `tax-exempt-above-gross`.
 */
export function advance(state: Cumulation, payment: Payment, rules: Rules): Advance {
  if (payment.grossFen <= 0n || payment.grossFen > AMOUNT_LIMIT_FEN) throw outOfRange();
  if (payment.exemptFen !== undefined && payment.exemptFen > payment.grossFen) throw exemptAboveGross();
  const open = openMonth(state, monthIndexOf(payment.paidOn), rules.incomeTax);
  const vat = chargeVat(open.vatMonth, payment, rules.vat);
  const incomeFen = vat.charged === NO_VAT ? payment.grossFen : payment.grossFen - vat.charged.vatFen;
  const step = incomeTaxOf(open, incomeFen, payment, rules.incomeTax);
  const result = settle(open, payment.grossFen, vat, step);
  return {
    state: close(open, payment, vat, step, result.taxReceivableFen),
    result,
    trace: { payment, rules, month: open.month, run: open.run, months: open.months, vat, incomeTax: step },
  };
}

/**
 * Who gets what: an earlier receivable first, then this payment's own tax, then the worker; never below zero. Tax that was
 * charged too much before (a receivable below zero) is given back on top of the payment.
 */
function settle(open: Cumulation, grossFen: Fen, vat: VatCharge, step: IncomeTaxStep): PaymentTax {
  const { charged } = vat;
  const ownFen = charged === NO_VAT ? step.taxFen : vatTotalOf(charged) + step.taxFen;
  const owesNothing = open.receivableFen === 0n;
  const receivableCollectedFen = owesNothing ? 0n : smaller(open.receivableFen, grossFen);
  const leftFen = owesNothing ? grossFen : grossFen - receivableCollectedFen;
  const bears = ownFen <= leftFen;
  const receivableAddedFen = bears ? 0n : ownFen - leftFen;
  return {
    grossFen,
    vatFen: charged.vatFen,
    urbanMaintenanceFen: charged.urbanMaintenanceFen,
    educationFen: charged.educationFen,
    localEducationFen: charged.localEducationFen,
    incomeFen: step.incomeFen,
    months: open.months,
    rate: step.rate,
    incomeTaxFen: step.taxFen,
    receivableCollectedFen,
    receivableAddedFen,
    taxReceivableFen: owesNothing && bears ? 0n : open.receivableFen - receivableCollectedFen + receivableAddedFen,
    netFen: bears ? leftFen - ownFen : 0n,
  };
}

function close(
  open: Cumulation,
  payment: Payment,
  vat: VatCharge,
  step: IncomeTaxStep,
  receivableFen: Fen,
): Cumulation {
  return {
    month: open.month,
    firstMonth: open.firstMonth,
    run: open.run,
    months: open.months,
    incomeFen: step.cumulativeIncomeFen,
    exemptFen: step.exemptFen,
    otherDeductionFen: step.otherDeductionFen,
    reliefFen: plus(open.reliefFen, payment.reliefFen),
    // Withholding brings what was withheld up to the cumulative tax, or leaves it where it is above.
    withheldFen: step.taxFen > 0n ? step.cumulativeTaxFen : open.withheldFen,
    vatMonth: vat.month,
    receivableFen,
  };
}

function exemptAboveGross(): Error {
  return problem(
    422,
    'tax-exempt-above-gross',
    { zh: '免税收入不能大于本笔应发金额', en: 'Exempt income cannot be above the gross of the payment' },
    { field: 'exemptFen' },
  );
}

function outOfRange(): Error {
  return problem(
    422,
    'tax-amount-range',
    { zh: '金额须大于零且不超过系统上限', en: 'The amount must be above zero and within the limit of the system' },
    { field: 'grossFen' },
  );
}
