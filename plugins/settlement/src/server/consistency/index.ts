import type { ConsistencyCheck } from '@linggong/risk';
import { agreementRegistration } from './agreement-registration';
import { businessFund } from './business-fund';
import { depositFund } from './deposit-fund';

/** What the review of operations compares of payments (一致性核对, R8.2); the invoice legs come with invoices. */
export const consistencyChecks: readonly ConsistencyCheck[] = [agreementRegistration, businessFund, depositFund];
