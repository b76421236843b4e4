export * from './amount-cell';
export * from './batch-lifecycle';
export * from './line-fault';
export * from './line-lifecycle';
export * from './order-lifecycle';
export * from './order-postings';
export * from './policy';
export * from './read-line';
