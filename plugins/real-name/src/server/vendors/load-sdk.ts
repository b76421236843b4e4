import { createRequire } from 'node:module';

/** Loads a vendor's SDK when its vendor is configured, and not before: one that nobody uses costs no memory. */
const load = createRequire(__filename);

// The packages are what their types say; `require` itself knows nothing of them.
export const loadTencentCloud = () =>
  load('tencentcloud-sdk-nodejs-common') as typeof import('tencentcloud-sdk-nodejs-common');
export const loadCloudAuth = () => load('@alicloud/cloudauth20190307') as typeof import('@alicloud/cloudauth20190307');
export const loadOpenApi = () => load('@alicloud/openapi-core') as typeof import('@alicloud/openapi-core');
export const loadDarabonba = () => load('@darabonba/typescript') as typeof import('@darabonba/typescript');
