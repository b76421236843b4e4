import type { Seed } from '@linggong/studio';
import { authenticityCriteria } from './authenticity-criteria';
import { taskProcedure } from './task-procedure';
import { taskScenarios } from './task-scenarios';

/** Configurations that this plugin works by from the first day (出厂配置). */
export const seeds: readonly Seed[] = [authenticityCriteria, taskProcedure, taskScenarios];
