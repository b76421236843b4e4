import type { Command, Queryable } from '@linggong/core';
import { availableOf, totalsOf, type Capture } from '../domain';
import { accountIds, lockBalances, type LockedBalance } from './account-rows';
import { captureForEntries } from './hold-movements';
import { insufficientFunds } from './problems';
import {
  claimKeys,
  ensureMonths,
  insertPostings,
  insertTransactions,
  type ClaimedEntry,
  type PreparedEntry,
} from './transaction-rows';

export interface Booked {
  /** Transactions written now. */
  booked: number;
  /** Keys that had been booked before with the same body: nothing was written for them. */
  repeated: string[];
}

/**
 * Books prepared entries: one statement a table, whatever their number. Locks are taken in the house order (balances,
 * keys, holds); the database's own triggers and checks prove afterwards what is decided here.
 */
export async function book(tx: Queryable, command: Command, prepared: readonly PreparedEntry[]): Promise<Booked> {
  if (prepared.length === 0) return { booked: 0, repeated: [] };
  const codes = new Set(
    prepared.flatMap(({ entry }) => entry.postings.flatMap(({ source, destination }) => [source, destination])),
  );
  const ids = await accountIds(tx, codes);
  const balances = await lockBalances(tx, ids);
  const { fresh, repeated } = await claimKeys(tx, prepared);
  if (fresh.length === 0) return { booked: 0, repeated };
  const captures = fresh.flatMap(({ entry }) => (entry.capture ? [entry.capture] : []));
  await takeCaptures(tx, command, fresh, captures, balances);
  refuseOverdrafts(fresh, balances);
  await ensureMonths(tx, fresh);
  await insertTransactions(tx, command, fresh);
  await insertPostings(tx, fresh, ids);
  return { booked: fresh.length, repeated };
}

async function takeCaptures(
  tx: Queryable,
  command: Command,
  fresh: readonly ClaimedEntry[],
  captures: readonly Capture[],
  balances: Map<string, LockedBalance>,
): Promise<void> {
  if (captures.length === 0) return;
  // The keys of fresh entries are taken for the first time, so the first of them names the movement uniquely.
  const first = fresh.find(({ entry }) => entry.capture)?.entry.key ?? '';
  const freed = await captureForEntries(tx, command, `entries:${first}`, captures);
  for (const [account, amountFen] of freed) {
    const balance = balances.get(account);
    if (balance) balance.heldFen -= amountFen;
  }
}

/** The CHECK of the balances table says the same; here it is said with names and figures, before anything is written. */
function refuseOverdrafts(fresh: readonly ClaimedEntry[], balances: ReadonlyMap<string, LockedBalance>): void {
  for (const [code, { debitFen, creditFen }] of totalsOf(fresh.flatMap(({ entry }) => entry.postings))) {
    const balance = balances.get(code);
    if (!balance?.prepaid) continue;
    const availableFen = availableOf(balance);
    if (availableFen + creditFen - debitFen < 0n) throw insufficientFunds(code, availableFen, debitFen - creditFen);
  }
}
