export { decisions, skippableRules } from '../domain';
export * from './decisions';
export * from './lists';
export * from './snoozes';
export * from './words';
