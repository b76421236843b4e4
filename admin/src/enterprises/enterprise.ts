import type { EnterpriseAccountAnswer, EnterpriseAnswer, EnterpriseStep } from '@linggong/parties/api';
import type { Review } from '../reviews/review';
import type { Wire } from '../parts/wire';

/** A row of the list. */
export type EnterpriseRow = Pick<
  Wire<EnterpriseAnswer>,
  | 'id'
  | 'number'
  | 'name'
  | 'uscc'
  | 'state'
  | 'verification'
  | 'industry'
  | 'contactName'
  | 'contactPhone'
  | 'createdAt'
  | 'signedAt'
  | 'stateReason'
> & { reviewDueOn: string | null };

/** The detail: everything, its sub-accounts and the steps of its life. */
export type EnterpriseRecord = Wire<EnterpriseAnswer> & {
  /** Absent where the role sees none. */
  accounts?: Wire<EnterpriseAccountAnswer>[];
  steps: Wire<EnterpriseStep>[];
  review: Review;
};
