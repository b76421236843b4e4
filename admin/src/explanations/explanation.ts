import type { AskedExplanation } from '@linggong/risk/api';
import type { ExplanationState } from '@linggong/risk/domain';
import type { Wire } from '../parts/wire';

/** What is asked of a party, as it sees it; of the case and its people only staff have the fields. */
export type ExplanationRecord = Wire<AskedExplanation>;

/** A row of `/api/console/risk-explanations`. */
export type ExplanationRow = Pick<
  ExplanationRecord,
  | 'id'
  | 'number'
  | 'caseId'
  | 'caseNumber'
  | 'partyKind'
  | 'enterpriseId'
  | 'workerId'
  | 'partyNumber'
  | 'question'
  | 'dueOn'
  | 'askedAt'
  | 'answeredOn'
> & { readonly state: ExplanationState };

/** Whether it can still be given: also late, but not once its case is closed. */
export const isOpen = (state: ExplanationState): boolean => state === 'waiting' || state === 'late';
