export * from './simulation';
export * from './tax-correction';
export * from './tax-period';
export * from './tax-year';
export * from './trace';
