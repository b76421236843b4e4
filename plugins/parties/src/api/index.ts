export * from './enterprises';
export * from './worker-imports';
export * from './workers';
