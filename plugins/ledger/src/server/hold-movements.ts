import type { Command, Queryable } from '@linggong/core';
import type { Fen } from '@linggong/core/domain';
import { outstandingOf, type Capture, type HoldAction } from '../domain';
import { standingOf, tellHolds } from './hold-entries';
import { lockHolds, type LockedHold } from './hold-rows';
import { plainArray, sha256Hex } from './literals';
import { holdExceeded, keyConflict } from './problems';

/** One movement of a hold. Without an amount: whatever is outstanding. */
export interface HoldMovement {
  /** Idempotency key of the movement. */
  key: string;
  /** Key of the hold. */
  hold: string;
  amountFen?: Fen;
}

export interface MovedHolds {
  moved: number;
  /** Keys moved before with the same body. */
  repeated: string[];
}

interface PreparedMovement {
  key: string;
  inputSha256: string;
  hold: LockedHold;
  amountFen: Fen;
  /** Event time; record time is the command's. */
  occurredAt: Date;
}

/** A part of a hold that an entry takes, when the entry happened. */
export interface TimedCapture extends Capture {
  occurredAt: Date;
}

/**
 * Takes parts of holds for entries that are booked for the first time, with the event time of the entries: the money is
 * never both spent and held. One movement a hold and event time; gives the holds by key.
 */
export async function captureForEntries(
  tx: Queryable,
  command: Command,
  key: string,
  captures: readonly TimedCapture[],
): Promise<Map<string, LockedHold>> {
  const holds = await lockHolds(tx, new Set(captures.map(({ hold }) => hold)));
  const parts = new Map<string, PreparedMovement>();
  for (const { hold: holdKey, amountFen, occurredAt } of captures) {
    const hold = holds.get(holdKey);
    if (!hold) continue;
    const at = `${hold.id}@${occurredAt.toISOString()}`;
    const before = parts.get(at)?.amountFen ?? 0n;
    parts.set(at, { key: `${key}:${at}`, inputSha256: '', hold, amountFen: before + amountFen, occurredAt });
  }
  const movements = [...parts.values()].map((part) => ({
    ...part,
    inputSha256: sha256Hex(`${part.key}:${part.hold.key}:${part.amountFen}`),
  }));
  const standing = standingOf(holds);
  for (const { hold, amountFen } of movements) takeFrom(hold, 'capture', amountFen);
  await insertRows(tx, command, 'capture', movements);
  await tellHolds(tx, command, 'ledger.hold.capture', standing, standingOf(holds));
  return holds;
}

/**
 * Captures or releases parts of holds, each movement once for its key. "Whatever is outstanding" of a finished hold is
 * nothing, and moves nothing.
 * @throws Problem 404 `ledger.unknown-hold`, 409 `ledger.hold-exceeded`, `ledger.hold-finished`, `ledger.idempotency-conflict`
 */
export async function moveHolds(
  tx: Queryable,
  command: Command,
  kind: HoldAction,
  movements: readonly HoldMovement[],
): Promise<MovedHolds> {
  const holds = await lockHolds(tx, new Set(movements.map(({ hold }) => hold)));
  const standing = standingOf(holds);
  const known = await knownMovements(tx, movements);
  const repeated: string[] = [];
  const fresh: PreparedMovement[] = [];
  for (const { key, hold: holdKey, amountFen } of movements) {
    const hold = holds.get(holdKey);
    if (!hold) continue;
    const inputSha256 = sha256Hex(JSON.stringify([kind, holdKey, amountFen === undefined ? null : String(amountFen)]));
    const before = known.get(key);
    if (before !== undefined && before !== inputSha256) throw keyConflict([key]);
    if (before !== undefined) {
      repeated.push(key);
      continue;
    }
    known.set(key, inputSha256);
    const asked = amountFen ?? outstandingOf(hold);
    if (amountFen === undefined && asked === 0n) continue;
    takeFrom(hold, kind, asked);
    fresh.push({ key, inputSha256, hold, amountFen: asked, occurredAt: command.at });
  }
  await insertRows(tx, command, kind, fresh);
  await tellHolds(tx, command, `ledger.hold.${kind}`, standing, standingOf(holds));
  return { moved: fresh.length, repeated };
}

/** Checks a movement against the hold and counts it, so that the next movement of the same call sees what is left. */
function takeFrom(hold: LockedHold, kind: HoldAction, amountFen: Fen): void {
  const left = outstandingOf(hold);
  if (amountFen <= 0n || amountFen > left) throw holdExceeded(hold.key, hold.state, left, amountFen);
  if (kind === 'capture') hold.capturedFen += amountFen;
  else hold.releasedFen += amountFen;
}

async function knownMovements(tx: Queryable, movements: readonly HoldMovement[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ key: string; sha: string }>(
    "SELECT key, encode(input_sha256, 'hex') AS sha FROM ledger.hold_movements WHERE key = ANY ($1::text[])",
    [movements.map(({ key }) => key)],
  );
  return new Map(rows.map(({ key, sha }) => [key, sha]));
}

async function insertRows(
  tx: Queryable,
  command: Command,
  kind: HoldAction,
  movements: readonly PreparedMovement[],
): Promise<void> {
  if (movements.length === 0) return;
  await tx.query(
    `INSERT INTO ledger.hold_movements (key, input_sha256, hold_id, kind, amount_fen, moved_at, actor, trace_id, occurred_at)
     SELECT key, decode(sha, 'hex'), hold_id, $5, amount_fen, $6, $7, $8, occurred_at
       FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $9::timestamptz[])
         AS movement (key, sha, hold_id, amount_fen, occurred_at)`,
    [
      movements.map(({ key }) => key),
      plainArray(movements.map(({ inputSha256 }) => inputSha256)),
      plainArray(movements.map(({ hold }) => hold.id)),
      plainArray(movements.map(({ amountFen }) => amountFen)),
      kind,
      command.at,
      command.actor.name,
      command.traceId,
      plainArray(movements.map(({ occurredAt }) => occurredAt.toISOString())),
    ],
  );
}
