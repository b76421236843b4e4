import type { Queryable } from '@linggong/core';
import type { Fen } from '@linggong/core/domain';
import type { LockedBalance } from './account-rows';
import { plainArray } from './literals';
import { insufficientFunds } from './problems';

/** Money that an entry takes from a prepaid account without a hold. */
export interface DirectDebit {
  account: LockedBalance;
  amountFen: Fen;
  occurredAt: Date;
}

/**
 * What is available now may not have been there when a debit that is recorded late happened: a prepaid account is never
 * below zero, at no past instant either. Read after the postings were written, and backwards from the stored balance, so
 * that only what happened since the debit is read.
 * @throws Problem 409 `ledger.insufficient-funds`
 */
export async function refusePastOverdrafts(tx: Queryable, debits: readonly DirectDebit[]): Promise<void> {
  if (debits.length === 0) return;
  const earliest = new Map<LockedBalance, Date>();
  for (const { account, occurredAt } of debits) {
    const known = earliest.get(account);
    if (known === undefined || occurredAt < known) earliest.set(account, occurredAt);
  }
  const rows = await tx.query<{ code: string; lowestFen: Fen }>(LOWEST_SINCE, [
    plainArray([...earliest.keys()].map(({ accountId }) => accountId)),
    plainArray([...earliest.values()].map((at) => at.toISOString())),
  ]);
  for (const { code, lowestFen } of rows) {
    const askedFen = debits
      .filter(({ account }) => account.code === code)
      .reduce((sum, { amountFen }) => sum + amountFen, 0n);
    if (lowestFen < 0n) throw insufficientFunds(code, lowestFen + askedFen, askedFen);
  }
}

/** The least that was available at or after an instant: what is there now less the greatest of all that came afterwards. */
const LOWEST_SINCE = `
  WITH since AS (SELECT * FROM unnest($1::bigint[], $2::timestamptz[]) AS s (account_id, at)),
  change AS (
    SELECT s.account_id, p.occurred_at AS at, p.amount_fen FROM since s
      JOIN ledger.postings p ON p.source_id = s.account_id AND p.occurred_at > s.at
    UNION ALL
    SELECT s.account_id, p.occurred_at, -p.amount_fen FROM since s
      JOIN ledger.postings p ON p.destination_id = s.account_id AND p.occurred_at > s.at
    UNION ALL
    SELECT s.account_id, h.opened_at, -h.amount_fen FROM since s
      JOIN ledger.holds h ON h.account_id = s.account_id AND h.opened_at > s.at
    UNION ALL
    SELECT s.account_id, m.occurred_at, m.amount_fen FROM since s
      JOIN ledger.holds h ON h.account_id = s.account_id
      JOIN ledger.hold_movements m ON m.hold_id = h.id AND m.occurred_at > s.at
  ), later AS (
    SELECT account_id, sum(sum(amount_fen)) OVER (PARTITION BY account_id ORDER BY at DESC) AS amount_fen
      FROM change GROUP BY account_id, at
  )
  SELECT a.code, (b.credits_fen - b.debits_fen - b.held_fen - greatest(0, max(l.amount_fen)))::bigint AS "lowestFen"
    FROM since s JOIN ledger.accounts a ON a.id = s.account_id JOIN ledger.balances b ON b.account_id = s.account_id
    LEFT JOIN later l ON l.account_id = s.account_id
   GROUP BY a.code, b.credits_fen, b.debits_fen, b.held_fen`;
