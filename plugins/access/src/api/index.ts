export * from './account';
export * from './fields';
export * from './problem';
