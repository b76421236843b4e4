export { classTiers, surchargeOf, termsAtTier, type ClassTier } from './class-surcharge';
export { feeOf, feesFor, monthShortfall, workersPart } from './fee';
export * from './terms';
