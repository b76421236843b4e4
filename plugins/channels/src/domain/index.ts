export * from './bank-reasons';
export * from './payout-channel';
export * from './payout-lifecycle';
export * from './sandbox-rules';
export * from './settle-in-order';
