export { decisions, skippableRules } from '../domain';
export * from './decisions';
export * from './board';
export * from './case';
export * from './inspection';
export * from './lists';
export * from './measure';
export * from './snoozes';
export * from './words';
