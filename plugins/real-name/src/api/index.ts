export * from './identity-checks';
export * from './real-name-checks';
