export * from './identity-checks';
export * from './real-name-checks';
export * from './bulk-checks';
export * from './providers';
