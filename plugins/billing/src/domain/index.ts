export { feeOf, feesFor, monthShortfall, workersPart } from './fee';
export * from './terms';
