export * from './account';
export * from './approval';
export * from './delegation';
export * from './elevation';
export * from './fields';
export * from './notice';
export * from './password-reset';
export * from './problem';
