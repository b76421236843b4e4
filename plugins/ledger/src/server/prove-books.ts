import type { Queryable } from '@linggong/core';
import { booksBroken } from './problems';
import { verifyBooks } from './trial-balance';

/**
 * The proof of the books that a schedule makes each night: every stored figure against what it is the sum of.
 * @throws Problem 409 `ledger.books-broken` naming the accounts: the run is a failed job until somebody has looked
 */
export async function proveBooks(db: Queryable): Promise<{ broken: 0 }> {
  const broken = await verifyBooks(db);
  if (broken.length > 0) throw booksBroken(broken);
  return { broken: 0 };
}
