export * from './contracts';
export * from './signing';
