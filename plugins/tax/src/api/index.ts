export * from './simulation';
export * from './tax-period';
export * from './tax-year';
export * from './trace';
