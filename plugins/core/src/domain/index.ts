export * from './business-number';
export * from './calendar';
export * from './export-cell';
export * from './lifecycle';
export * from './money';
export * from './money-text';
export * from './problem';
