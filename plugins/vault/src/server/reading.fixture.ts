import { coveredRead } from '@linggong/audit';
import { readKinds } from '@linggong/audit/domain';

/** Leave of tests, which open what they sealed themselves. */
export const anyReading = coveredRead('restore', readKinds);
