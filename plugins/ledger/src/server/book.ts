import type { Command, Queryable } from '@linggong/core';
import { availableOf, totalsOf } from '../domain';
import { accountIds, lockBalances, type LockedBalance } from './account-rows';
import { captureForEntries } from './hold-movements';
import type { LockedHold } from './hold-rows';
import { refusePastOverdrafts, type DirectDebit } from './past-overdrafts';
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
  const holds = await takeCaptures(tx, command, fresh, balances);
  refuseOverdrafts(fresh, balances);
  await ensureMonths(tx, fresh);
  await insertTransactions(tx, command, fresh);
  await insertPostings(tx, fresh, ids);
  await refusePastOverdrafts(tx, directDebits(fresh, balances, holds));
  return { booked: fresh.length, repeated };
}

/** Gives the holds that were taken from, by key. */
async function takeCaptures(
  tx: Queryable,
  command: Command,
  fresh: readonly ClaimedEntry[],
  balances: Map<string, LockedBalance>,
): Promise<ReadonlyMap<string, LockedHold>> {
  const captures = fresh.flatMap(({ entry: { capture, occurredAt } }) => (capture ? [{ ...capture, occurredAt }] : []));
  if (captures.length === 0) return new Map();
  // The keys of fresh entries are taken for the first time, so the first of them names the movement uniquely.
  const first = fresh.find(({ entry }) => entry.capture)?.entry.key ?? '';
  const holds = await captureForEntries(tx, command, `entries:${first}`, captures);
  for (const { hold, amountFen } of captures) {
    const balance = balances.get(holds.get(hold)?.account ?? '');
    if (balance) balance.heldFen -= amountFen;
  }
  return holds;
}

/** What entries take from prepaid accounts beyond their part of a hold. */
function directDebits(
  fresh: readonly ClaimedEntry[],
  balances: ReadonlyMap<string, LockedBalance>,
  holds: ReadonlyMap<string, LockedHold>,
): DirectDebit[] {
  return fresh.flatMap(({ entry: { postings, capture, occurredAt } }) =>
    [...totalsOf(postings)].flatMap(([code, { debitFen, creditFen }]) => {
      const account = balances.get(code);
      if (!account?.prepaid) return [];
      const coveredFen = capture && holds.get(capture.hold)?.account === code ? capture.amountFen : 0n;
      const amountFen = debitFen - creditFen - coveredFen;
      return amountFen > 0n ? [{ account, amountFen, occurredAt }] : [];
    }),
  );
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
