import type { FeeBillDetail, FeePlanAnswer } from '@linggong/billing/api';

/** A row of the list of fee plans. */
export interface FeePlanRow {
  id: number;
  number: string;
  enterpriseId: number;
  enterpriseName: string;
  planVersion: number;
  kind: FeePlanAnswer['kind'];
  rateMillionths: number;
  bearing: FeePlanAnswer['bearing'];
  chargedWhen: FeePlanAnswer['chargedWhen'];
  taxBearer: FeePlanAnswer['taxBearer'];
  effectiveFrom: string;
  effectiveTo: string | null;
  state: FeePlanAnswer['state'];
}

/** Its detail: the terms, complete. */
export type FeePlanRecord = FeePlanRow & FeePlanAnswer;

export interface FeeBillRow {
  id: number;
  number: string;
  enterpriseId: number;
  enterpriseName: string;
  month: string;
  accruedFen: number;
  shortfallFen: number;
  totalFen: number;
  state: 'open' | 'settled';
  issuedAt: string;
  settledAt: string | null;
}

/** Its detail: the statement, and what was asked about its money. */
export type FeeBillRecord = FeeBillRow & FeeBillDetail;
