export * from './material';
export * from './period';
