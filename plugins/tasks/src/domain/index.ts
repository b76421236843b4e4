export * from './budget';
export * from './employment-signs';
export * from './engagement-lifecycle';
export * from './scenario';
export * from './task-guard';
export * from './task-lifecycle';
