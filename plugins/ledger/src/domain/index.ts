export * from './account-codes';
export * from './balance';
export * from './by-hand';
export * from './chart';
export * from './entry';
export * from './hold';
export * from './trial-balance';
