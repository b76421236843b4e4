import type { Seed } from '@linggong/studio';
import { acceptanceCriteria } from './acceptance-criteria';
import { authenticityCriteria } from './authenticity-criteria';
import { reviewClocks } from './review-clocks';
import { taskProcedure } from './task-procedure';
import { taskScenarios } from './task-scenarios';

/** Configurations that this plugin works by from the first day (出厂配置). */
export const seeds: readonly Seed[] = [
  acceptanceCriteria,
  authenticityCriteria,
  reviewClocks,
  taskProcedure,
  taskScenarios,
];
export { taskScenarios };
