export * from './business-number';
export * from './calendar';
export * from './lifecycle';
export * from './money';
export * from './money-text';
export * from './other-content';
export * from './personal-text';
export * from './problem';
