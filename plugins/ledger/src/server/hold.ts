import type { Command, Queryable } from '@linggong/core';
import type { Fen } from '@linggong/core/domain';
import { availableOf, type AccountCode } from '../domain';
import { accountIds, lockBalances, type LockedBalance } from './account-rows';
import { tellHolds } from './hold-entries';
import { moveHolds, type HoldMovement, type MovedHolds } from './hold-movements';
import { plainArray, sha256Hex } from './literals';
import { badEntry, insufficientFunds, keyConflict, notPrepaid, repeatedKey } from './problems';

/** Money to set aside (冻结). */
export interface HoldRequest {
  /** Idempotency key; later captures and releases name it. */
  key: string;
  /** A prepaid account, such as `deposit:12`. */
  account: AccountCode;
  amountFen: Fen;
  reference?: string;
}

export interface OpenedHolds {
  opened: number;
  repeated: string[];
}

/**
 * Opens holds. What is held is no longer available to anybody else.
 * @throws Problem 422 `ledger.unknown-account`, `ledger.not-prepaid`, `ledger.bad-entry`
 * @throws Problem 409 `ledger.insufficient-funds`, `ledger.idempotency-conflict`
 */
export async function hold(tx: Queryable, command: Command, requests: readonly HoldRequest[]): Promise<OpenedHolds> {
  refuseMalformed(requests);
  const ids = await accountIds(tx, new Set(requests.map(({ account }) => account)));
  const balances = await lockBalances(tx, ids);
  const { fresh, repeated } = await sortOut(tx, requests);
  for (const request of fresh) setAside(request, balances);
  if (fresh.length > 0) {
    await insertHolds(tx, command, fresh, ids);
    const aside = new Map(fresh.map(({ key, amountFen }) => [key, amountFen]));
    await tellHolds(tx, command, 'ledger.hold', new Map(), aside);
  }
  return { opened: fresh.length, repeated };
}

/** Takes parts of holds: the money is spent elsewhere. See `moveHolds` for the refusals. */
export function captureHold(tx: Queryable, command: Command, movements: readonly HoldMovement[]): Promise<MovedHolds> {
  return moveHolds(tx, command, 'capture', movements);
}

/** Gives parts of holds back: the money is available again. See `moveHolds` for the refusals. */
export function releaseHold(tx: Queryable, command: Command, movements: readonly HoldMovement[]): Promise<MovedHolds> {
  return moveHolds(tx, command, 'release', movements);
}

function refuseMalformed(requests: readonly HoldRequest[]): void {
  const seen = new Set<string>();
  for (const { key, amountFen } of requests) {
    if (key.length === 0 || key.length > 200) throw badEntry(key, { reason: 'key' });
    if (amountFen <= 0n) throw badEntry(key, { reason: 'amount', posting: 0 });
    if (seen.has(key)) throw repeatedKey(key);
    seen.add(key);
  }
}

function hashOf({ key, account, amountFen, reference }: HoldRequest): string {
  return sha256Hex(JSON.stringify([key, account, String(amountFen), reference ?? null]));
}

/** The balance row is locked, so a hold of the same key cannot come in between. */
async function sortOut(
  tx: Queryable,
  requests: readonly HoldRequest[],
): Promise<{ fresh: HoldRequest[]; repeated: string[] }> {
  const rows = await tx.query<{ key: string; sha: string }>(
    "SELECT key, encode(input_sha256, 'hex') AS sha FROM ledger.holds WHERE key = ANY ($1::text[])",
    [requests.map(({ key }) => key)],
  );
  const known = new Map(rows.map(({ key, sha }) => [key, sha]));
  const conflicts = requests.filter((request) => (known.get(request.key) ?? hashOf(request)) !== hashOf(request));
  if (conflicts.length > 0) throw keyConflict(conflicts.map(({ key }) => key));
  return {
    fresh: requests.filter(({ key }) => !known.has(key)),
    repeated: requests.filter(({ key }) => known.has(key)).map(({ key }) => key),
  };
}

function setAside({ account, amountFen }: HoldRequest, balances: ReadonlyMap<string, LockedBalance>): void {
  const balance = balances.get(account);
  if (!balance?.prepaid) throw notPrepaid(account);
  const availableFen = availableOf(balance);
  if (amountFen > availableFen) throw insufficientFunds(account, availableFen, amountFen);
  balance.heldFen += amountFen;
}

/**
 * The command's time – unless the account got money a moment later by event time (a command that waited for the lock):
 * the hold stands on that money, so it cannot be older.
 */
const OPENED_AT = `greatest($6::timestamptz,
  (SELECT max(p.occurred_at) FROM ledger.postings p WHERE p.source_id = request.account_id AND p.occurred_at > $6),
  (SELECT max(m.occurred_at) FROM ledger.hold_movements m JOIN ledger.holds h ON h.id = m.hold_id
    WHERE h.account_id = request.account_id AND m.occurred_at > $6))`;

async function insertHolds(
  tx: Queryable,
  command: Command,
  fresh: readonly HoldRequest[],
  ids: ReadonlyMap<string, bigint>,
): Promise<void> {
  await tx.query(
    `INSERT INTO ledger.holds (key, input_sha256, account_id, amount_fen, reference, opened_at, actor, trace_id)
     SELECT key, decode(sha, 'hex'), account_id, amount_fen, reference, ${OPENED_AT}, $7, $8
       FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::text[])
         AS request (key, sha, account_id, amount_fen, reference)`,
    [
      fresh.map(({ key }) => key),
      plainArray(fresh.map(hashOf)),
      plainArray(fresh.map(({ account }) => ids.get(account) ?? 0n)),
      plainArray(fresh.map(({ amountFen }) => amountFen)),
      fresh.map(({ reference }) => reference ?? null),
      command.at,
      command.actor.name,
      command.traceId,
    ],
  );
}
