export * from './case-lifecycle';
export * from './measure';
export * from './new-case';
