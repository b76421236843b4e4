import { createRequire } from 'node:module';
import type * as OpenApi from '@alicloud/openapi-core';
import type * as Darabonba from '@darabonba/typescript';
import type * as TencentCloud from 'tencentcloud-sdk-nodejs-common';

/** Loads an operator's SDK when its channel is configured, and not before: one that nobody uses costs no memory. */
const load = createRequire(__filename);

// The packages are what their types say; `require` itself knows nothing of them.
export const loadTencentCloud = () => load('tencentcloud-sdk-nodejs-common') as typeof TencentCloud;
export const loadOpenApi = () => load('@alicloud/openapi-core') as typeof OpenApi;
export const loadDarabonba = () => load('@darabonba/typescript') as typeof Darabonba;
