export * from './material';
export * from './period';
export * from './real-name-findings';
export * from './explanation';
