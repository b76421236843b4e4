import type { BatchAccepted, BatchDetail, Blocker, BlockerCode, SettlementLine } from '@linggong/settlement/api';

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

/** Why the line cannot be paid now: the reason that the correction brought about, before those that were there already. */
export function reasonOf({ before }: Edited, { blockers }: Pick<SettlementLine, 'blockers'>): Blocker | undefined {
  return blockers.find(({ code }) => !before.includes(code)) ?? blockers[0];
}

/** What became of the line: it can be paid, is held, or still cannot be paid – for a reason it had, or for another. */
export function outcomeOf(
  edited: Edited,
  line: Pick<SettlementLine, 'state' | 'blockers'>,
): 'ready' | 'held' | 'same' | 'other' {
  if (line.state === 'ready' || line.state === 'held') return line.state;
  const reason = reasonOf(edited, line);
  return reason === undefined || edited.before.includes(reason.code) ? 'same' : 'other';
}
