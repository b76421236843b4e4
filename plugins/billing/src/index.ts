export type { Bearing, ChargeTime, ClassTier, FeePlan, FeeTerms, MonthSums, ReturnedFee, TaxBearer } from './domain';
export { dependsOnMonth, feesFor, isCoupled, surchargeOf, termsAtTier, workersPart } from './domain';
export { firstUnbilledMinimum } from './server/bills/unbilled-minimum';
export { noteSurcharge, type SurchargeUse } from './server/bills/surcharges';
export { addToMonth, monthSums, takeFromMonths, type FreedMonth } from './server/months';
export { createFeePlan } from './server/plans/create-plan';
export { feePlanOn } from './server/plans/plan-rows';
