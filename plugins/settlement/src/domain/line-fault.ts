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

/** The cells of a line, by their names inside. */
export type CellKey = 'name' | 'identityNumber' | 'phone' | 'cardNumber' | 'taskNumber' | 'remark' | 'amount';

export interface LineFault {
  readonly code: LineFaultCode;
  readonly params?: Readonly<Record<string, string | number>>;
  /** Of a cell that could not be taken at all: every cell with this fault, with its title in the sheet. */
  readonly cells?: Readonly<Partial<Record<CellKey, string>>>;
}
