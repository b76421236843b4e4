export * from './embedded';
export { administratorsInPlace } from './founding/administrators-in-place';
export * from './migrations';
export * from './roles';
export { StartProblem } from './start-problem';
export type { ServingReport } from './supervisor/serving-report';
