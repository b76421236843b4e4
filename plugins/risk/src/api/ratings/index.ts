export * from './credit-check';
export * from './rating';
