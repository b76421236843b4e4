export * from './explanation';
export * from './material';
export * from './period';
