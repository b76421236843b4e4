import type { Fen } from '@linggong/core/domain';
import type { Posting } from './entry';

/** Stored totals of an account. balance = debits − credits. */
export interface Totals {
  debitFen: Fen;
  creditFen: Fen;
}

/** debits − credits: positive for what we own or spend, negative for what we owe or earn. */
export function balanceOf({ debitFen, creditFen }: Totals): Fen {
  return debitFen - creditFen;
}

/** What a prepaid account may still spend: credits − debits − held. Holds count, always (blnk #181). */
export function availableOf({ debitFen, creditFen, heldFen }: Totals & { heldFen: Fen }): Fen {
  return creditFen - debitFen - heldFen;
}

/** What some postings add to each account they name. */
export function totalsOf(postings: Iterable<Posting>): Map<string, Totals> {
  const totals = new Map<string, Totals>();
  const of = (code: string): Totals => {
    const known = totals.get(code);
    if (known) return known;
    const fresh = { debitFen: 0n, creditFen: 0n };
    totals.set(code, fresh);
    return fresh;
  };
  for (const { source, destination, amountFen } of postings) {
    of(source).creditFen += amountFen;
    of(destination).debitFen += amountFen;
  }
  return totals;
}
