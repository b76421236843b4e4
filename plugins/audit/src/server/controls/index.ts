import type { Core } from '@strapi/strapi';
import { controlChecksOf } from '@linggong/core';
import { auditGuard } from './guard-check';
import { chain, entryFields, logMonths, seal } from './log-checks';
import { personalReads } from './reads-check';
import { writeCoverage } from './write-check';
import { witness } from './witness-check';

/** Live checks of the controls that the log answers for (GB/T 22239-2019 8.1.4.3). */
export function registerControls(strapi: Core.Strapi): void {
  const checks = controlChecksOf(strapi);
  checks.add('audit-guard', auditGuard);
  checks.add('entry-fields', entryFields);
  checks.add('chain', chain);
  checks.add('seal', seal);
  checks.add('log-months', logMonths);
  checks.add('write-coverage', writeCoverage);
  checks.add('witness', witness);
  checks.add('personal-reads', personalReads);
}
