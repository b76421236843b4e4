import type { TaxPeriodAnswer } from '@linggong/tax/api';
import type { RecordState } from '@linggong/tax/domain';
import type { Wire } from '../parts/wire';

/** A row of `/api/console/tax-records`: the tax of one order. */
export type TaxRecordRow = {
  id: number;
  orderId: number;
  workerId: number;
  workerNumber: string;
  workerNameMasked: string;
  enterpriseId: number;
  periodId: number | null;
  regime: string;
  taxDay: string;
  taxMonth: string;
  state: RecordState;
  runNo: number;
  months: number;
  grossFen: number;
  vatFen: number;
  surchargeFen: number;
  incomeFen: number;
  incomeTaxFen: number;
  receivableFen: number;
  collectedFen: number;
  netFen: number;
};

export type TaxRecord = TaxRecordRow & { trace: unknown; traceHidden: boolean };

/** A row of `/api/console/tax-periods`: one month of one cumulation group. An open one counts as its records stand. */
export type TaxPeriodRow = Wire<TaxPeriodAnswer> & { reservedCount: number; correctionCount: number };

/** Its detail: who closed, filed and paid it, newest first. */
export type TaxPeriodRecord = TaxPeriodRow & {
  steps: { action: string; at: string; actor: string; reason: string | null }[];
};
