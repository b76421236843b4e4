import type { Queryable } from '@linggong/core';
import { trialTotals, type TrialTotals } from '../domain';
import { balancesAt, type AccountBalance, type BalanceFilter } from './balances';

/** Trial balance (试算平衡表) at an instant. Over all accounts `totals.balanceFen` is zero. */
export interface TrialBalance {
  at: Date;
  accounts: AccountBalance[];
  totals: TrialTotals;
}

/**
 * The trial balance at any past instant, by event time.
 * @param knownAt the books as they were recorded by then; see `balancesAt`
 */
export async function trialBalance(
  db: Queryable,
  at: Date,
  filter: BalanceFilter = {},
  knownAt?: Date,
): Promise<TrialBalance> {
  const accounts = await balancesAt(db, at, filter, knownAt);
  return { at, accounts, totals: trialTotals(accounts) };
}

/** A stored figure that does not equal what it is the sum of. */
export interface BrokenBalance {
  code: string;
  figure: 'balance' | 'month' | 'held' | 'hold';
  storedFen: bigint;
  provedFen: bigint;
}

/**
 * Proves every stored balance, month total, held part and hold against postings and movements.
 * Empty, or the books are broken. Reads everything: for tests, the night and the auditor.
 */
export async function verifyBooks(db: Queryable): Promise<BrokenBalance[]> {
  return db.query<BrokenBalance>(
    `WITH side AS (
       SELECT destination_id AS account_id, date_trunc('month', occurred_at AT TIME ZONE 'Asia/Shanghai')::date AS month, amount_fen AS debit, 0::bigint AS credit FROM ledger.postings
       UNION ALL
       SELECT source_id, date_trunc('month', occurred_at AT TIME ZONE 'Asia/Shanghai')::date, 0, amount_fen FROM ledger.postings
     ), by_month AS (SELECT account_id, month, sum(debit) AS debit, sum(credit) AS credit FROM side GROUP BY 1, 2
     ), by_account AS (SELECT account_id, sum(debit) AS debit, sum(credit) AS credit FROM by_month GROUP BY 1
     ), moved AS (SELECT hold_id, sum(amount_fen) AS amount FROM ledger.hold_movements GROUP BY 1
     ), outstanding AS (SELECT h.account_id, sum(h.amount_fen - coalesce(m.amount, 0)) AS held
                          FROM ledger.holds h LEFT JOIN moved m ON m.hold_id = h.id GROUP BY 1
     ), broken AS (
       SELECT b.account_id, 'balance' AS figure, b.debits_fen - b.credits_fen AS stored, coalesce(p.debit - p.credit, 0) AS proved
         FROM ledger.balances b LEFT JOIN by_account p USING (account_id)
        WHERE (b.debits_fen, b.credits_fen) IS DISTINCT FROM (coalesce(p.debit, 0)::bigint, coalesce(p.credit, 0)::bigint)
       UNION ALL
       SELECT coalesce(t.account_id, p.account_id), 'month', coalesce(t.debits_fen - t.credits_fen, 0), coalesce(p.debit - p.credit, 0)
         FROM ledger.month_totals t FULL JOIN by_month p USING (account_id, month)
        WHERE (t.debits_fen, t.credits_fen) IS DISTINCT FROM (p.debit::bigint, p.credit::bigint)
       UNION ALL
       SELECT b.account_id, 'held', b.held_fen, coalesce(o.held, 0)
         FROM ledger.balances b LEFT JOIN outstanding o USING (account_id) WHERE b.held_fen <> coalesce(o.held, 0)
       UNION ALL
       SELECT h.account_id, 'hold', h.captured_fen + h.released_fen, coalesce(m.amount, 0)
         FROM ledger.holds h LEFT JOIN moved m ON m.hold_id = h.id WHERE h.captured_fen + h.released_fen <> coalesce(m.amount, 0)
     )
     SELECT a.code, figure, stored::bigint AS "storedFen", proved::bigint AS "provedFen"
       FROM broken JOIN ledger.accounts a ON a.id = broken.account_id ORDER BY 1, 2`,
  );
}
