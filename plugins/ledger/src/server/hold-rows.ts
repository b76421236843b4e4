import type { Queryable } from '@linggong/core';
import type { Fen } from '@linggong/core/domain';
import type { HoldState, HoldTotals } from '../domain';
import { accountIds, lockBalances } from './account-rows';
import { unknownHolds } from './problems';

export interface LockedHold extends HoldTotals {
  id: bigint;
  key: string;
  state: HoldState;
  account: string;
}

/** Locks holds in the house order: first the balances they stand on, then the holds by id. @throws Problem 404 `ledger.unknown-hold` */
export async function lockHolds(tx: Queryable, keys: ReadonlySet<string>): Promise<Map<string, LockedHold>> {
  const wanted = [...keys];
  // The account of a hold never changes, so it may be read before the lock.
  const owners = await tx.query<{ key: string; account: string }>(
    'SELECT h.key, a.code AS account FROM ledger.holds h JOIN ledger.accounts a ON a.id = h.account_id WHERE h.key = ANY ($1::text[])',
    [wanted],
  );
  const accounts = new Map(owners.map(({ key, account }) => [key, account]));
  const missing = wanted.filter((key) => !accounts.has(key));
  if (missing.length > 0) throw unknownHolds(missing.sort());
  await lockBalances(tx, await accountIds(tx, new Set(accounts.values())));
  const rows = await tx.query<Omit<LockedHold, 'account'>>(
    `SELECT id, key, state, amount_fen AS "amountFen", captured_fen AS "capturedFen", released_fen AS "releasedFen"
       FROM ledger.lock_holds($1::text[])`,
    [wanted],
  );
  return new Map(rows.map((row) => [row.key, { ...row, account: accounts.get(row.key) ?? '' }]));
}

export interface HoldRow extends HoldTotals {
  key: string;
  account: string;
  state: HoldState;
  reference: string | null;
  outstandingFen: Fen;
  openedAt: Date;
  finishedAt: Date | null;
}

/** Holds by key, as they stand; unknown keys are simply absent. */
export async function holdsOf(db: Queryable, keys: readonly string[]): Promise<HoldRow[]> {
  return db.query<HoldRow>(
    `SELECT h.key, a.code AS account, h.state, h.reference, h.amount_fen AS "amountFen", h.captured_fen AS "capturedFen",
            h.released_fen AS "releasedFen", h.amount_fen - h.captured_fen - h.released_fen AS "outstandingFen",
            h.opened_at AS "openedAt", h.finished_at AS "finishedAt"
       FROM ledger.holds h JOIN ledger.accounts a ON a.id = h.account_id
      WHERE h.key = ANY ($1::text[]) ORDER BY h.id`,
    [keys],
  );
}
