import type {
  CreditCheckAnswer,
  EnterpriseRatingAnswer,
  OffboardingAnswer,
  OverrideAnswer,
  RatingAnswer,
} from '@linggong/risk/api';
import type { Wire } from '../parts/wire';

/** All of an enterprise's rating; its id is the enterprise's. */
export type RatingRecord = Wire<EnterpriseRatingAnswer>;
export type Rating = Wire<RatingAnswer>;
export type CheckRecord = Wire<CreditCheckAnswer>;
export type OverrideRow = Wire<OverrideAnswer> & {
  /** Not a fact of the row: the place of its button. */
  end?: never;
};
export type OffboardingRecord = Wire<OffboardingAnswer>;

/** A row of `/api/console/enterprise-ratings`. */
export interface RatingRow extends Pick<
  RatingRecord,
  'id' | 'number' | 'name' | 'state' | 'class' | 'since' | 'lookedAt'
> {
  computedClass: string | null;
  score: number | null;
  movement: string | null;
  previousClass: string | null;
  isOverridden: boolean;
}

/** A row of `/api/console/credit-checks`. */
export interface CheckRow extends Pick<
  CheckRecord,
  | 'id'
  | 'number'
  | 'enterpriseId'
  | 'enterpriseName'
  | 'source'
  | 'mode'
  | 'outcome'
  | 'registerState'
  | 'dishonest'
  | 'abnormal'
  | 'costFen'
  | 'checkedBy'
  | 'checkedAt'
> {
  /** Number of things that changed. */
  changed: number;
}

/** A row of `/api/console/risk-offboardings`. */
export type OffboardingRow = Pick<
  OffboardingRecord,
  | 'id'
  | 'number'
  | 'enterpriseId'
  | 'enterpriseName'
  | 'caseId'
  | 'caseNumber'
  | 'state'
  | 'openedAt'
  | 'settledAt'
  | 'endedAt'
>;
