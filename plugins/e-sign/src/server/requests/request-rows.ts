import type { Command, Queryable } from '@linggong/core';
import type { RequestState } from '../../domain';

/** A request with what an adapter needs to act on it. */
export interface RequestRow {
  readonly id: bigint;
  readonly contract_id: number;
  readonly worker_id: number;
  readonly reference: string;
  readonly provider: string;
  readonly state: RequestState;
  readonly flow_id: string | null;
  readonly file_sha256: string | null;
  readonly tries: number;
  readonly claimed_at: Date | null;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly closing_since: Date | null;
}

const columns = `r.id, r.contract_id, c.worker_id, r.reference, r.provider, r.state, r.flow_id, r.file_sha256, r.tries, r.claimed_at,
  r.created_at, r.expires_at, r.closing_since`;

export function requestById(db: Queryable, id: bigint): Promise<RequestRow | undefined> {
  return db.maybeOne<RequestRow>(
    `SELECT ${columns} FROM e_sign.signature_requests r JOIN public.contracts c ON c.id = r.contract_id WHERE r.id = $1`,
    [id],
  );
}

export function standingRequest(db: Queryable, contractId: number): Promise<RequestRow | undefined> {
  return db.maybeOne<RequestRow>(
    `SELECT ${columns} FROM e_sign.signature_requests r JOIN public.contracts c ON c.id = r.contract_id
     WHERE r.contract_id = $1 AND r.state IN ('waiting', 'opening', 'open')`,
    [contractId],
  );
}

/** Requests that owe something, oldest first. `where` may use `$1` and `$2`. */
export function requestsWhere(
  db: Queryable,
  where: string,
  values: readonly [unknown, unknown],
  limit: number,
): Promise<RequestRow[]> {
  return db.query<RequestRow>(
    `SELECT ${columns} FROM e_sign.signature_requests r JOIN public.contracts c ON c.id = r.contract_id
     WHERE ${where} ORDER BY r.id LIMIT ${limit}`,
    values,
  );
}

/** How long a request that is being opened is left to whoever is at it. A call to a service ends long before. */
const LEASE_MS = 5 * 60_000;

/** What a process claimed and never called for is free at once when the next run begins: only one run is at it at a time. */
export async function freeClaims(db: Queryable, provider: string, at: Date): Promise<void> {
  await db.query(
    `UPDATE e_sign.signature_requests SET next_try_at = $2
     WHERE provider = $1 AND state = 'opening' AND claimed_at IS NULL AND next_try_at > $2`,
    [provider, at],
  );
}

/** Takes requests that are due to be opened, or to be looked for. */
export function claimRequests(db: Queryable, provider: string, at: Date, limit: number): Promise<RequestRow[]> {
  return db.query<RequestRow>(
    `WITH due AS (
       SELECT id FROM e_sign.signature_requests
       WHERE provider = $1 AND state IN ('waiting', 'opening') AND next_try_at <= $2 AND closing_since IS NULL
       ORDER BY id LIMIT $3 FOR UPDATE SKIP LOCKED
     ), taken AS (
       UPDATE e_sign.signature_requests r SET state = 'opening', tries = r.tries + 1, next_try_at = $4
       FROM due d WHERE r.id = d.id RETURNING r.*
     )
     SELECT ${columns} FROM taken r JOIN public.contracts c ON c.id = r.contract_id
     ORDER BY r.id`,
    [provider, at, limit, new Date(at.getTime() + LEASE_MS)],
  );
}

/**
 * The service is called now: from here on the answer may be lost, and whoever finds the mark looks for the flow before making
 * another. Committed before the call. False where another process was quicker.
 */
export async function markOpening(
  db: Queryable,
  { id, claimed_at }: RequestRow,
  { at, fileSha256 }: { at: Date; fileSha256: string },
): Promise<boolean> {
  const rows = await db.query(
    `UPDATE e_sign.signature_requests SET claimed_at = $2, file_sha256 = $3
     WHERE id = $1 AND state = 'opening' AND date_trunc('milliseconds', claimed_at) IS NOT DISTINCT FROM $4 RETURNING 1`,
    [id, at, fileSha256, claimed_at],
  );
  return rows.length > 0;
}

export async function markOpen(
  db: Queryable,
  { id }: RequestRow,
  { flowId, fileSha256, at }: { flowId: string; fileSha256: string | null; at: Date },
): Promise<void> {
  await db.query(
    `UPDATE e_sign.signature_requests SET state = 'open', flow_id = $2, file_sha256 = coalesce($3, file_sha256), opened_at = $4,
       checked_at = NULL, fault_code = NULL WHERE id = $1 AND state = 'opening'`,
    [id, flowId, fileSha256, at],
  );
}

/** Back in line, or still uncertain, until `nextTryAt`. */
export async function putOff(
  db: Queryable,
  { id }: RequestRow,
  { state, code, nextTryAt }: { state: 'waiting' | 'opening'; code: string; nextTryAt: Date },
): Promise<void> {
  await db.query(
    `UPDATE e_sign.signature_requests SET state = $2, fault_code = $3, next_try_at = $4,
       claimed_at = CASE WHEN $2 = 'waiting' THEN NULL ELSE claimed_at END WHERE id = $1 AND state = 'opening'`,
    [id, state, code, nextTryAt],
  );
}

type EndState = Extract<RequestState, 'signed' | 'refused' | 'expired' | 'revoked' | 'failed'>;

/** Ends a request that stands. Gives false where it did not any more. */
export async function endRequest(
  db: Queryable,
  id: bigint,
  { state, at, code, refusal }: { state: EndState; at: Date; code?: string; refusal?: string },
): Promise<boolean> {
  const rows = await db.query(
    `UPDATE e_sign.signature_requests SET state = $2, ended_at = $3, checked_at = $3, fault_code = $4, refusal = $5,
       closing_since = NULL WHERE id = $1 AND state IN ('waiting', 'opening', 'open') RETURNING 1`,
    [id, state, at, code ?? null, refusal ?? null],
  );
  return rows.length > 0;
}

export async function markChecked(
  db: Queryable,
  id: bigint,
  { at }: Pick<Command, 'at'>,
  code?: string,
): Promise<void> {
  await db.query(
    `UPDATE e_sign.signature_requests SET checked_at = $2, fault_code = $3 WHERE id = $1 AND state IN ('opening', 'open')`,
    [id, at, code ?? null],
  );
}
