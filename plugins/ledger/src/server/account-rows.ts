import type { Queryable } from '@linggong/core';
import type { Fen } from '@linggong/core/domain';
import type { Totals } from '../domain';
import { plainArray } from './literals';
import { unknownAccounts } from './problems';

export interface LockedBalance extends Totals {
  accountId: bigint;
  code: string;
  prepaid: boolean;
  heldFen: Fen;
}

/** Ids by code. @throws Problem 422 `ledger.unknown-account` */
export async function accountIds(tx: Queryable, codes: ReadonlySet<string>): Promise<Map<string, bigint>> {
  const rows = await tx.query<{ id: bigint; code: string }>(
    'SELECT id, code FROM ledger.accounts WHERE code = ANY ($1::text[])',
    [[...codes]],
  );
  const ids = new Map(rows.map(({ id, code }) => [code, id]));
  const missing = [...codes].filter((code) => !ids.has(code));
  if (missing.length > 0) throw unknownAccounts(missing.sort());
  return ids;
}

/**
 * Locks the balance rows, always in the order of their ids, so that no two callers wait for each other. Every lock of
 * the ledger is taken in one order: balances, keys, holds.
 */
export async function lockBalances(
  tx: Queryable,
  ids: ReadonlyMap<string, bigint>,
): Promise<Map<string, LockedBalance>> {
  const codes = new Map([...ids].map(([code, id]) => [id, code]));
  const rows = await tx.query<Omit<LockedBalance, 'code'>>(
    `SELECT account_id AS "accountId", prepaid, debits_fen AS "debitFen", credits_fen AS "creditFen", held_fen AS "heldFen"
       FROM ledger.lock_balances($1::bigint[])`,
    [plainArray([...ids.values()])],
  );
  return new Map(
    rows.map((row) => {
      const code = codes.get(row.accountId) ?? '';
      return [code, { ...row, code }];
    }),
  );
}
