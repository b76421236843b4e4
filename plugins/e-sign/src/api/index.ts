export * from './contracts';
export * from './documents';
