export * from './enterprises';
export * from './import-columns';
export * from './worker-imports';
export * from './workers';
export * from './subjects';
export * from './contacts';
export * from './visits';
export * from './self-registration';
