export * from './dated';
export { INITIAL_TABLES } from './initial-tables';
export * from './tables';
