export { feeOf, feesFor, planOn, type FeePlan } from './fee';
