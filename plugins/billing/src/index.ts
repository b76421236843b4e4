export type { FeePlan } from './domain';
export { feeOf, feesFor } from './domain';
export { createFeePlan, feePlanOn } from './server/fee-plans';
