import type { Seed } from '@linggong/studio';
import { admissionCriteria } from './admission-criteria';
import { enterpriseProcedure } from './enterprise-procedure';
import { reviewClocks } from './review-clocks';
import { siteVisit } from './site-visit';
import { workerProcedure } from './worker-procedure';

/** Configurations that this plugin works by from the first day (出厂配置). */
export const seeds: readonly Seed[] = [
  admissionCriteria,
  enterpriseProcedure,
  reviewClocks,
  siteVisit,
  workerProcedure,
];
