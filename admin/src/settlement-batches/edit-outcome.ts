import type { BatchDetail, BatchAccepted, BlockerCode, SettlementLine } from '@linggong/settlement/api';

/** A line that was corrected in place, and the quote that stood when it was: the next one tells what became of it. */
export interface Edited {
  lineId: number;
  rowNo: number;
  /** Why it was blocked before. */
  before: readonly BlockerCode[];
  quoteVersion: number;
}

export function editedOf({ id, rowNo, blockers }: SettlementLine, { batch }: BatchAccepted): Edited {
  return { lineId: id, rowNo, before: blockers.map(({ code }) => code), quoteVersion: batch.quoteVersion };
}

/** Has the line been checked again? The batch is quoted anew at the end of every check. */
export function isChecked({ quoteVersion }: Edited, batch: Pick<BatchDetail, 'state' | 'quoteVersion'>): boolean {
  return batch.state !== 'checking' && batch.quoteVersion > quoteVersion;
}

/** What became of the line: it can be paid, is held, or still cannot be paid – for the same reason or for another. */
export function outcomeOf(
  { before }: Edited,
  { state, blockers }: Pick<SettlementLine, 'state' | 'blockers'>,
): 'ready' | 'held' | 'same' | 'other' {
  if (state === 'ready' || state === 'held') return state;
  return blockers.some(({ code }) => before.includes(code)) ? 'same' : 'other';
}
