import type { Queryable } from '@linggong/core';
import { plainArray } from './literals';

/**
 * Locks the balances of accounts in the order of their ids, for a caller who may book on them after it has locked what comes
 * later in the house order. Accounts that are not open are passed over: `post` will name them.
 */
export async function lockAccounts(tx: Queryable, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  const rows = await tx.query<{ id: bigint }>('SELECT id FROM ledger.accounts WHERE code = ANY ($1::text[])', [codes]);
  await tx.query('SELECT FROM ledger.lock_balances($1::bigint[])', [plainArray(rows.map(({ id }) => id))]);
}
