export * from './material';
export * from './period';
export * from './real-name-findings';
