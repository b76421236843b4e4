import type { Fen } from '@linggong/core/domain';
import { balanceOf, type Totals } from './balance';

export interface TrialTotals extends Totals {
  /** Σ debits − Σ credits; zero, or the books are broken. */
  balanceFen: Fen;
}

/** Sums the rows of a trial balance (试算平衡表). Over all accounts the balance is zero by construction. */
export function trialTotals(rows: Iterable<Totals>): TrialTotals {
  let debitFen = 0n;
  let creditFen = 0n;
  for (const row of rows) {
    debitFen += row.debitFen;
    creditFen += row.creditFen;
  }
  return { debitFen, creditFen, balanceFen: balanceOf({ debitFen, creditFen }) };
}
