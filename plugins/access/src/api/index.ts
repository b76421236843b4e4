export * from './account';
export * from './approval';
export * from './elevation';
export * from './fields';
export * from './password-reset';
export * from './problem';
