export * from './contracts';
export * from './signing';
export * from './documents';
export * from './texts';
