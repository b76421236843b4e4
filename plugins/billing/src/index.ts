export type { Bearing, ChargeTime, FeePlan, FeeTerms, MonthSums, ReturnedFee, TaxBearer } from './domain';
export { dependsOnMonth, feesFor, isCoupled, workersPart } from './domain';
export { firstUnbilledMinimum } from './server/bills/unbilled-minimum';
export { addToMonth, monthSums, takeFromMonths, type FreedMonth } from './server/months';
export { createFeePlan } from './server/plans/create-plan';
export { feePlanOn } from './server/plans/plan-rows';
