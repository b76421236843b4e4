import type { Day, Fen, RateMillionths } from '@linggong/core/domain';

/** How the fee of one payment comes about: a rate (比例), a rate by tier (阶梯), or one amount for each order (按笔定额). */
export const feeKinds = ['percent', 'tiered', 'fixed'] as const;
export type FeeKind = (typeof feeKinds)[number];

/**
 * What chooses a tier (阶梯依据): the enterprise's volume of the month up to and with this payment (月累计), the amount of
 * this payment (单笔金额), or both – then a tier holds where both of its lines are reached.
 */
export const tierBases = ['month-volume', 'order-amount', 'both'] as const;
export type TierBasis = (typeof tierBases)[number];

/**
 * `progressive` (超额累进): every part of the amount at the rate of the tier in which it lies. `whole` (全额): the whole
 * payment at the rate of the tier that it reaches; payments before it keep their fee.
 */
export const tierModes = ['progressive', 'whole'] as const;
export type TierMode = (typeof tierModes)[number];

/** `on-top` (外扣): the enterprise pays it beside the amount. `inside` (内扣): it is taken out of the amount. */
export const bearings = ['on-top', 'inside'] as const;
export type Bearing = (typeof bearings)[number];

/**
 * `before` (事前): taken from the deposit when a batch is confirmed. `with-payment` (事中): with each paid order. `after`
 * (事后): owed with each paid order, billed by the month.
 */
export const chargeTimes = ['before', 'with-payment', 'after'] as const;
export type ChargeTime = (typeof chargeTimes)[number];

/** Who bears tax (税费承担): the worker out of his amount, or the enterprise on top of a promised net (包税). */
export const taxBearers = ['worker', 'enterprise'] as const;
export type TaxBearer = (typeof taxBearers)[number];

/** What becomes of a fee that was charged for a payment that the bank refused or sent back (失败或退汇). */
export const returnedFees = ['give-back', 'keep'] as const;
export type ReturnedFee = (typeof returnedFees)[number];

/** One tier. Both lines are inclusive: a payment that comes to exactly `fromFen` has reached it. */
export interface Tier {
  /** Volume of the month from which it holds; zero where the basis does not ask for it. */
  readonly fromVolumeFen: Fen;
  /** Amount of one payment from which it holds; zero where the basis does not ask for it. */
  readonly fromAmountFen: Fen;
  readonly rateMillionths: RateMillionths;
}

/** Smallest and largest fee; null where there is none. */
export interface FeeLimits {
  readonly orderMinFen: Fen | null;
  readonly orderMaxFen: Fen | null;
  readonly batchMinFen: Fen | null;
  readonly batchMaxFen: Fen | null;
  /** What a month comes to at least; the rest is billed after its end (月保底). */
  readonly monthMinFen: Fen | null;
  readonly monthMaxFen: Fen | null;
}

export const NO_LIMITS: FeeLimits = {
  orderMinFen: null,
  orderMaxFen: null,
  batchMinFen: null,
  batchMaxFen: null,
  monthMinFen: null,
  monthMaxFen: null,
};

/**
 * What a tier adds to each rate of a plan (按等级加收), in millionths of the amount. It is a term of the plan like any other: proposed,
 * approved by a second person and dated. A plan that agrees none costs the same in every class.
 */
export interface ClassSurcharges {
  readonly raisedMillionths: RateMillionths;
  readonly highMillionths: RateMillionths;
}

export const NO_SURCHARGES: ClassSurcharges = { raisedMillionths: 0n, highMillionths: 0n };

/** The price of a service (计费条款). Amounts in fen, rates in millionths. */
export interface FeeTerms extends FeeLimits, ClassSurcharges {
  readonly kind: FeeKind;
  /** Of a percent plan; zero otherwise. */
  readonly rateMillionths: RateMillionths;
  /** Of a fixed plan; zero otherwise. */
  readonly fixedFen: Fen;
  readonly tierBasis: TierBasis | null;
  readonly tierMode: TierMode | null;
  /** In the order of their lines; the first begins at nothing. */
  readonly tiers: readonly Tier[];
  readonly bearing: Bearing;
  readonly chargedWhen: ChargeTime;
  readonly taxBearer: TaxBearer;
  readonly returnedFee: ReturnedFee;
}

/** A fee plan (计费方案) of an enterprise, in force from a day to a day. */
export interface FeePlan extends FeeTerms {
  readonly id: number;
  readonly enterpriseId: number;
  readonly planVersion: number;
  readonly effectiveFrom: Day;
  /** Last day; undefined while open. */
  readonly effectiveTo: Day | undefined;
}

/** What an enterprise's confirmed payments of a month come to so far. */
export interface MonthSums {
  readonly volumeFen: Fen;
  readonly feeFen: Fen;
}

export const NO_MONTH: MonthSums = { volumeFen: 0n, feeFen: 0n };

/** The plan that there was before there were others: a rate, on top, with the payment, tax borne by the worker. */
export function percentOnTop(rateMillionths: RateMillionths): FeeTerms {
  return {
    ...NO_LIMITS,
    ...NO_SURCHARGES,
    kind: 'percent',
    rateMillionths,
    fixedFen: 0n,
    tierBasis: null,
    tierMode: null,
    tiers: [],
    bearing: 'on-top',
    chargedWhen: 'with-payment',
    taxBearer: 'worker',
    returnedFee: 'give-back',
  };
}

/** True where a fee depends on what else the month held: then a quote is stale once the month has moved. */
export function dependsOnMonth({ kind, tierBasis, monthMaxFen }: FeeTerms): boolean {
  return monthMaxFen !== null || (kind === 'tiered' && tierBasis !== 'order-amount');
}

/** True where the fee of one payment depends on which others are quoted with it. */
export function isCoupled(terms: FeeTerms): boolean {
  return dependsOnMonth(terms) || terms.batchMinFen !== null || terms.batchMaxFen !== null;
}

/** The plan in force on a day: of those that cover it, the newest version. */
export function planOn(plans: readonly FeePlan[], day: Day): FeePlan | undefined {
  return plans
    .filter((plan) => plan.effectiveFrom <= day && (plan.effectiveTo === undefined || day <= plan.effectiveTo))
    .reduce<FeePlan | undefined>(
      (best, plan) => (best && best.planVersion > plan.planVersion ? best : plan),
      undefined,
    );
}
