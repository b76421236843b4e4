import type { Core } from '@strapi/strapi';
import { controlChecksOf } from '@linggong/core';
import { clearSourcesOf } from '../clear/clear-source';
import { receiveFile } from '../intake/receive-file';
import { sealedSourcesOf } from '../reseal/sealed-source';
import { intake } from './intake-check';
import { retention } from './retention-check';
import { sealedColumns } from './sealed-check';

/** Live checks of the controls that seals and the gate answer for (GB/T 22239-2019 8.1.4.5, 8.1.4.8). */
export function registerControls(strapi: Core.Strapi): void {
  const checks = controlChecksOf(strapi);
  checks.add('sealed-columns', sealedColumns(sealedSourcesOf(strapi), clearSourcesOf(strapi)));
  checks.add('intake', intake(receiveFile));
  checks.add('retention', retention);
}
