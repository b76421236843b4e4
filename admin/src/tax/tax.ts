/** A row of `/api/console/tax-records`: the tax of one paid order. */
export type TaxRecordRow = {
  id: number;
  orderId: number;
  orderNumber: string;
  workerId: number;
  workerName: string;
  enterpriseId: number;
  enterpriseName: string;
  taxDay: string;
  taxMonth: string;
  regime: string;
  state: string;
  grossFen: number;
  vatFen: number;
  incomeFen: number;
  months: number;
  taxableFen: number;
  rateMillionths: number | string;
  incomeTaxFen: number;
  netFen: number;
};

export type TaxRecord = TaxRecordRow & {
  urbanMaintenanceFen: number;
  educationFen: number;
  localEducationFen: number;
  receivableFen: number;
  collectedFen: number;
  parametersVersion: string | null;
  trace: unknown;
};

/** A row of `/api/console/tax-periods`: one month of one filing group. */
export type TaxPeriodRow = {
  id: number;
  groupCode: string;
  month: string;
  state: string;
  dueOn: string;
  workerCount: number;
  recordCount: number;
  grossFen: number;
  incomeFen: number;
  vatFen: number;
  surchargeFen: number;
  incomeTaxFen: number;
  closedAt: string | null;
  filedAt: string | null;
  paidAt: string | null;
};
