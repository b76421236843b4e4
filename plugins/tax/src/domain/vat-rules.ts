import type { Day, Fen, RateMillionths, Text2 } from '@linggong/core/domain';
import { fractionOf, type Fraction } from './integer';
import { inForce, type TaxTables, type Threshold, type TransactionUnit } from './parameters';

/** VAT and surcharges of one day, compiled. A threshold that no notice sets for the day is undefined. */
export interface VatRules {
  readonly day: Day;
  readonly rate: RateMillionths;
  /** Tax-exclusive share of a tax-inclusive amount: 1 / (1 + rate). */
  readonly exclusive: Fraction;
  readonly monthThreshold: Threshold | undefined;
  readonly transactionThreshold: Threshold | undefined;
  readonly transactionUnit: TransactionUnit;
  readonly urbanMaintenanceRates: readonly RateMillionths[];
  readonly educationRate: RateMillionths;
  readonly localEducationRate: RateMillionths;
  /** Share of the surcharges that is due after the relief: 1/2. */
  readonly keptSurcharge: Fraction;
  readonly educationReliefSalesFen: Fen;
  readonly reference: Text2 | undefined;
}

const MILLION = 1_000_000n;

/** Selects what is in force on a day; a relief that has ended simply no longer relieves. */
export function vatRulesOn(tables: TaxTables, day: Day): VatRules {
  const levy = inForce(tables.vatLevyRate, day)?.value ?? 0n;
  const rate = inForce(tables.vatReliefRate, day)?.value ?? levy;
  const { numerator, denominator } = fractionOf(rate);
  return {
    day,
    rate,
    exclusive: { numerator: denominator, denominator: denominator + numerator },
    monthThreshold: inForce(tables.vatMonthThreshold, day)?.value,
    transactionThreshold: inForce(tables.vatTransactionThreshold, day)?.value,
    transactionUnit: inForce(tables.vatTransactionUnit, day)?.value ?? 'day',
    urbanMaintenanceRates: inForce(tables.urbanMaintenanceRates, day)?.value ?? [],
    educationRate: inForce(tables.educationRate, day)?.value ?? 0n,
    localEducationRate: inForce(tables.localEducationRate, day)?.value ?? 0n,
    keptSurcharge: fractionOf(MILLION - (inForce(tables.surchargeRelief, day)?.value ?? 0n)),
    educationReliefSalesFen: inForce(tables.educationReliefSalesFen, day)?.value ?? 0n,
    reference: inForce(tables.vatMonthThreshold, day)?.reference,
  };
}
