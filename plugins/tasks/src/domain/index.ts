export * from './application';
export * from './budget';
export * from './engagement-lifecycle';
export * from './task-guard';
export * from './task-lifecycle';
