export * from './embedded';
export * from './migrations';
export * from './roles';
export { StartProblem } from './start-problem';
