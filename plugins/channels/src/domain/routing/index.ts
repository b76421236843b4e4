export * from './judge-routing';
export * from './routing-facts';
export * from './routing-seed';
