import type { Queryable } from '@linggong/core';
import type { LooseAnswer } from './route';

/** The name under which an answer is kept: a key belongs to one account and one operation. */
export interface KeySlot {
  readonly accountId: number;
  readonly route: string;
  readonly key: string;
  readonly inputHash: Buffer;
}

/** What was found under a key, or `taken`: the caller holds it and may work, fenced by his attempt number. */
export type Claim =
  | { readonly kind: 'taken'; readonly attempt: number }
  | { readonly kind: 'done'; readonly answer: LooseAnswer; readonly bodySha256: string | undefined }
  | { readonly kind: 'other-input' }
  | { readonly kind: 'running'; readonly startedAt: Date }
  | { readonly kind: 'unknown' };

interface SlotRow {
  same: boolean;
  state: 'running' | 'done' | 'failed' | 'unknown';
  startedAt: Date;
  status: number | null;
  answer: string | null;
  bodySha256: string | null;
}

/** A new key, or one whose last attempt did nothing, is taken by the statement itself: two callers cannot both have it. */
const takeSql = `
  INSERT INTO access.idempotency AS slot (account_id, route, key, input_hash, state, attempt, started_at)
  VALUES ($1, $2, $3, $4, 'running', 1, $5)
  ON CONFLICT (account_id, route, key) DO UPDATE
    SET state = 'running', attempt = slot.attempt + 1, started_at = $5
    WHERE slot.input_hash = $4 AND (slot.state = 'failed' OR (slot.state = 'running' AND slot.started_at < $6))
  RETURNING attempt`;

/** @param takeOverBefore a running attempt that began before it may be taken over; undefined for never */
export async function claim(db: Queryable, slot: KeySlot, at: Date, takeOverBefore?: Date): Promise<Claim> {
  const { accountId, route, key, inputHash } = slot;
  const values = [accountId, route, key, inputHash, at, takeOverBefore ?? null];
  const taken = await db.maybeOne<{ attempt: number }>(takeSql, values);
  if (taken) return { kind: 'taken', attempt: taken.attempt };
  return found(
    await db.one<SlotRow>(
      `SELECT input_hash = $4 AS same, state, started_at AS "startedAt", status, answer, body_sha256 AS "bodySha256"
       FROM access.idempotency WHERE account_id = $1 AND route = $2 AND key = $3`,
      [accountId, route, key, inputHash],
    ),
  );
}

function found(row: SlotRow): Claim {
  if (!row.same) return { kind: 'other-input' };
  if (row.state === 'unknown') return { kind: 'unknown' };
  if (row.state !== 'done' || row.status === null) return { kind: 'running', startedAt: row.startedAt };
  // The column holds what `keep` wrote from an answer's body.
  const answer = { status: row.status, body: JSON.parse(row.answer ?? 'null') as unknown };
  return { kind: 'done', answer, bodySha256: row.bodySha256 ?? undefined };
}

export interface KeptAnswer {
  readonly status: number;
  readonly json: string;
  /** Hash of an upload, which the slot's own does not know. */
  readonly bodySha256?: string | undefined;
}

/**
 * Keeps the answer of an attempt. @returns false where another attempt has taken over: inside of the transaction of the work
 * that must roll it back.
 */
export async function keep(
  db: Queryable,
  slot: KeySlot,
  attempt: number,
  { status, json, bodySha256 }: KeptAnswer,
): Promise<boolean> {
  const rows = await db.query(
    `UPDATE access.idempotency SET state = 'done', status = $5, answer = $6, body_sha256 = $7
     WHERE account_id = $1 AND route = $2 AND key = $3 AND attempt = $4 AND state = 'running' RETURNING 1`,
    [slot.accountId, slot.route, slot.key, attempt, status, json, bodySha256 ?? null],
  );
  return rows.length === 1;
}

/**
 * Ends an attempt that gave no answer: `failed` where it certainly did nothing, so that the same request may be made again;
 * `unknown` where a fault struck a handler that had perhaps committed something.
 */
export async function end(db: Queryable, slot: KeySlot, attempt: number, state: 'failed' | 'unknown'): Promise<void> {
  await db.query(
    `UPDATE access.idempotency SET state = $5
     WHERE account_id = $1 AND route = $2 AND key = $3 AND attempt = $4 AND state = 'running'`,
    [slot.accountId, slot.route, slot.key, attempt, state],
  );
}
