import type { Fen, RateMillionths } from '@linggong/core/domain';
import type { Dated } from './dated';

/** One step of a progressive table (级距): taxable income up to and including `upToFen`; the last step has no end. */
export interface Bracket {
  readonly upToFen: Fen | null;
  readonly rate: RateMillionths;
  /** Quick deduction (速算扣除数). */
  readonly quickFen: Fen;
}

/** What a month without income does to a run of consecutive months (中断月政策). */
export type GapPolicy = 'reset' | 'income-months' | 'calendar';

/** Whether sales equal to the threshold are taxed (`reached`, 达到起征点) or only sales above it (`exceeded`, 超过). */
export type ThresholdEdge = 'reached' | 'exceeded';

/** What is one transaction of the threshold per transaction: each payment, or all payments of a day (按次（日）). */
export type TransactionUnit = 'payment' | 'day';

export interface Threshold {
  /** Tax-exclusive sales. */
  readonly salesFen: Fen;
  readonly edge: ThresholdEdge;
}

/** Deduction of labour remuneration per payment: a flat sum up to a limit, a share of the income above it. */
export interface LabourAllowance {
  readonly flatUpToFen: Fen;
  readonly flatFen: Fen;
}

/** Relief of a share of the tax on the part of taxable income up to a cap (减半征收). */
export interface CappedRelief {
  readonly capFen: Fen;
  readonly share: RateMillionths;
}

/** Every parameter of the tax engine by name. Amounts are fen, rates are millionths. */
export interface ParameterValues {
  /** Table A, annual, resident comprehensive income. */
  cumulativeBrackets: readonly Bracket[];
  /** Table B, labour remuneration per payment. */
  labourBrackets: readonly Bracket[];
  /** Table C, annual, business income. */
  businessBrackets: readonly Bracket[];
  /** Table D, monthly, non-residents. */
  nonResidentBrackets: readonly Bracket[];
  /** Deduction a month of the cumulative method (累计减除费用). */
  monthlyDeductionFen: Fen;
  /** Share of platform labour income that counts as expense (累计费用). */
  platformExpenseRate: RateMillionths;
  gapPolicy: GapPolicy;
  labourExpenseRate: RateMillionths;
  labourAllowance: LabourAllowance;
  nonResidentExpenseRate: RateMillionths;
  businessRelief: CappedRelief;
  /** Levy rate of small-scale taxpayers (征收率), and the lower one while a relief is in force. */
  vatLevyRate: RateMillionths;
  vatReliefRate: RateMillionths;
  vatMonthThreshold: Threshold;
  vatTransactionThreshold: Threshold;
  vatTransactionUnit: TransactionUnit;
  urbanMaintenanceRates: readonly RateMillionths[];
  /** Rate at the place of the platform's tax office (主管税务机关所在地), where it declares for its workers. */
  platformUrbanRate: RateMillionths;
  educationRate: RateMillionths;
  localEducationRate: RateMillionths;
  /** Share of the surcharges that is waived for small-scale taxpayers (六税两费). */
  surchargeRelief: RateMillionths;
  /** Sales of the tax period up to and including which both education surcharges are exempt. */
  educationReliefSalesFen: Fen;
  /** Income of 12 consecutive months above which the platform guides a worker to register as a business. */
  registrationGuideFen: Fen;
}

export type ParameterName = keyof ParameterValues;

/** The dated tables (参数表). A date selects at most one row of each. */
export type TaxTables = { readonly [K in ParameterName]: readonly Dated<ParameterValues[K]>[] };
