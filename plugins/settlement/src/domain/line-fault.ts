/**
 * Faults of a row of the payout sheet, by code of the blocker catalogue (`api/catalogue/sheet-blockers.ts`). Params are
 * never personal data.
 */
export type LineFaultCode =
  | 'row-broken'
  | 'cell-error'
  | 'cell-formula'
  | 'cell-merged'
  | 'cell-too-long'
  | 'cell-not-text'
  | 'cell-masked'
  | 'name-missing'
  | 'identity-missing'
  | 'identity-format'
  | 'identity-check-digit'
  | 'identity-birthday'
  | 'worker-underage'
  | 'phone-format'
  | 'card-missing'
  | 'card-format'
  | 'task-missing'
  | 'amount-missing'
  | 'amount-format'
  | 'amount-fraction'
  | 'amount-zero'
  | 'amount-negative'
  | 'amount-range';

export interface LineFault {
  readonly code: LineFaultCode;
  readonly params?: Readonly<Record<string, string | number>>;
}
