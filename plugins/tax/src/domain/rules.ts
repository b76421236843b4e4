import { problem, type Day, type Fen, type RateMillionths, type Text2 } from '@linggong/core/domain';
import { fractionOf, type Fraction } from './integer';
import {
  inForce,
  type CappedRelief,
  type Dated,
  type GapPolicy,
  type LabourAllowance,
  type ParameterName,
  type ParameterValues,
  type TaxTables,
} from './parameters';
import { parameterMissing } from './parameter-missing';
import { REFERENCES } from './parameters/references';
import { scheduleOf, type Schedule } from './schedule';
import { vatRulesOn, type VatRules } from './vat-rules';

/** How the income of a person is taxed (计税方式). Only the first is a platform's own choice for its workers today. */
export type Regime =
  | 'platform-labor'
  | 'labor-per-payment'
  | 'business-income'
  | 'assessed-income-rate'
  | 'assessed-tax-rate'
  | 'non-resident-labor';

/** A regime with the facts that the law leaves to the person or to the tax office. */
export interface RegimeChoice {
  readonly regime: Regime;
  /** Overrides the dated default of `platform-labor`. */
  readonly gapPolicy?: GapPolicy;
  /** What one "time" (次) is for labour per payment and for non-residents: each payment, or the month of a continuous job. */
  readonly occurrence?: 'payment' | 'month';
  /** Assessed income rate (应税所得率) or tax rate (核定征收率), as the tax office decided it. */
  readonly assessedRate?: RateMillionths;
  /** True for an individual business (个体工商户): business income up to the cap is halved. */
  readonly individualBusiness?: boolean;
}

/**
 * The regime as the platform applies it to its workers. Their work goes on, and several payments of a continuous item within a
 * month are one time (公告2018年第61号第十一条): residents taxed per payment and non-residents are taxed by the month.
 */
export function platformChoice(regime: Regime): RegimeChoice {
  return regime === 'non-resident-labor' || regime === 'labor-per-payment'
    ? { regime, occurrence: 'month' }
    : { regime };
}

/** When a cumulation starts anew: after a gap, with the year, with the month, or with every payment. */
export type Restart = 'gap' | 'year' | 'month' | 'payment';

/** Income tax of one regime on one day, compiled for the kernel. */
export interface IncomeTaxRules {
  readonly restart: Restart;
  readonly calendarMonths: boolean;
  /** Share of income left after expense. */
  readonly kept: Fraction;
  /** Deduction by the number of months counted: none for 0, the monthly one × n up to 12. */
  readonly deductionsFen: readonly Fen[];
  readonly schedule: Schedule;
  readonly allowance: LabourAllowance | undefined;
  readonly relief: CappedRelief | undefined;
  readonly reference: Text2;
}

/** Everything that `advance` stands on. Compiled once a day and regime; immutable. */
export interface Rules {
  readonly choice: RegimeChoice;
  readonly incomeTax: IncomeTaxRules;
  readonly vat: VatRules;
}

/**
 * Selects and compiles the parameters in force on a day.
 * @throws Problem 422 `tax-parameter-missing` when the law has no value for that day (a notice has ended, or not begun).
 */
export function rulesOn(tables: TaxTables, day: Day, choice: RegimeChoice): Rules {
  return { choice, incomeTax: incomeTaxRulesOn(tables, day, choice), vat: vatRulesOn(tables, day) };
}

const MILLION = 1_000_000n;
const NO_EXPENSE: Fraction = { numerator: 1n, denominator: 1n };

function incomeTaxRulesOn(tables: TaxTables, day: Day, choice: RegimeChoice): IncomeTaxRules {
  switch (choice.regime) {
    case 'platform-labor':
      return platformLabour(tables, day, choice);
    case 'labor-per-payment':
      return labourPerPayment(tables, day, choice);
    case 'non-resident-labor':
      return nonResident(tables, day, choice);
    case 'business-income':
      return business(tables, day, choice, NO_EXPENSE);
    case 'assessed-income-rate':
      return business(tables, day, choice, fractionOf(assessedRate(choice)));
    case 'assessed-tax-rate':
      return assessedTax(choice);
  }
}

function platformLabour(tables: TaxTables, day: Day, choice: RegimeChoice): IncomeTaxRules {
  const kept = fractionOf(MILLION - required(tables, 'platformExpenseRate', day).value);
  const deduction = required(tables, 'monthlyDeductionFen', day);
  const gapPolicy = choice.gapPolicy ?? required(tables, 'gapPolicy', day).value;
  return {
    ...plain(required(tables, 'cumulativeBrackets', day).value, kept, deduction.reference),
    restart: gapPolicy === 'reset' ? 'gap' : 'year',
    calendarMonths: gapPolicy === 'calendar',
    deductionsFen: deductions(deduction.value),
  };
}

function labourPerPayment(tables: TaxTables, day: Day, choice: RegimeChoice): IncomeTaxRules {
  const kept = fractionOf(MILLION - required(tables, 'labourExpenseRate', day).value);
  const allowance = required(tables, 'labourAllowance', day);
  return {
    ...plain(required(tables, 'labourBrackets', day).value, kept, allowance.reference),
    restart: choice.occurrence ?? 'payment',
    allowance: allowance.value,
  };
}

function nonResident(tables: TaxTables, day: Day, choice: RegimeChoice): IncomeTaxRules {
  const expense = required(tables, 'nonResidentExpenseRate', day);
  const brackets = required(tables, 'nonResidentBrackets', day).value;
  return {
    ...plain(brackets, fractionOf(MILLION - expense.value), expense.reference),
    restart: choice.occurrence ?? 'payment',
  };
}

function business(tables: TaxTables, day: Day, choice: RegimeChoice, kept: Fraction): IncomeTaxRules {
  const brackets = required(tables, 'businessBrackets', day);
  const reference = choice.regime === 'business-income' ? brackets.reference : REFERENCES.assessed;
  return {
    ...plain(brackets.value, kept, reference),
    relief: choice.individualBusiness ? inForce(tables.businessRelief, day)?.value : undefined,
  };
}

function assessedTax(choice: RegimeChoice): IncomeTaxRules {
  const rate = assessedRate(choice);
  return plain([{ upToFen: null, rate, quickFen: 0n }], NO_EXPENSE, REFERENCES.assessed);
}

/** A table instead of a product: the kernel looks it up two million times a second. */
function deductions(monthlyFen: Fen): readonly Fen[] {
  return Array.from({ length: 13 }, (_, months) => monthlyFen * BigInt(months));
}

function plain(brackets: ParameterValues['businessBrackets'], kept: Fraction, reference: Text2): IncomeTaxRules {
  return {
    restart: 'year',
    calendarMonths: false,
    kept,
    deductionsFen: deductions(0n),
    schedule: scheduleOf(brackets, kept.denominator),
    allowance: undefined,
    relief: undefined,
    reference,
  };
}

function assessedRate({ regime, assessedRate: rate }: RegimeChoice): RateMillionths {
  if (rate !== undefined && rate > 0n && rate < MILLION) return rate;
  if (rate !== undefined) throw assessedRateOutOfRange();
  throw problem(
    422,
    'tax-assessed-rate-missing',
    { zh: `计税方式“${regime}”需要核定率`, en: `Regime "${regime}" needs the assessed rate` },
    { field: 'assessedRate' },
  );
}

function assessedRateOutOfRange(): Error {
  return problem(
    422,
    'tax-assessed-rate-range',
    { zh: '核定率须大于 0 且小于 1', en: 'The assessed rate must be above 0 and below 1' },
    { field: 'assessedRate', fix: { zh: '请填写如 "0.10" 的小数', en: 'Give a decimal such as "0.10"' } },
  );
}

function required<K extends ParameterName>(tables: TaxTables, name: K, day: Day): Dated<ParameterValues[K]> {
  // TypeScript does not follow the key through the mapped type; the row type of key K is exactly this.
  const rows = tables[name] as readonly Dated<ParameterValues[K]>[];
  const row = inForce(rows, day);
  if (row) return row;
  throw parameterMissing(name, day);
}
