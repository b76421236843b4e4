import type { Database } from '@linggong/core';
import type { QueueName } from '@linggong/config';

/** One thing to be carried: a run, or an event for one hearer. */
export interface OutboxRow {
  id: bigint;
  queue: QueueName;
  run_id: string | null;
  event_id: string | null;
  hearer: string | null;
  sends: number;
  sent_as: string | null;
}

const carried = 'o.id, o.queue, o.run_id, o.event_id, o.hearer, o.sends, o.sent_as';

/**
 * Takes up to `limit` due rows for sending and marks them sent. SKIP LOCKED lets several relays work side by side. The
 * mark is committed before the queue is called: no transaction is held open while a network is waited for, and a relay
 * killed in between is noticed by `unconfirmed`.
 */
export async function takeDue(db: Database, now: Date, limit: number): Promise<OutboxRow[]> {
  const rows = await db.query<OutboxRow>(
    `UPDATE jobs.outbox o SET sent_at = now(), sends = sends + 1 WHERE id IN (
       SELECT id FROM jobs.outbox WHERE sent_at IS NULL AND failed_at IS NULL AND due_at <= $1
       ORDER BY due_at, id LIMIT $2 FOR UPDATE SKIP LOCKED)
     RETURNING ${carried}`,
    [now, limit],
  );
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Notes under which job id rows were handed to the queue. */
export async function noteSent(db: Database, ids: readonly bigint[], sentAs: readonly string[]): Promise<void> {
  await db.query(
    `UPDATE jobs.outbox o SET sent_as = s.sent_as FROM unnest($1::bigint[], $2::text[]) AS s(id, sent_as) WHERE o.id = s.id`,
    [ids, sentAs],
  );
}

/** Puts rows back to be sent again: the queue refused them, or no longer knows them. */
export async function unsend(db: Database, ids: readonly bigint[]): Promise<void> {
  if (ids.length === 0) return;
  await db.query('UPDATE jobs.outbox SET sent_at = NULL, sent_as = NULL WHERE id = ANY($1::bigint[])', [ids]);
}

/** Notes that the queue still holds rows: a long backlog is asked after once in a while, not in every pass. */
export async function confirm(db: Database, ids: readonly bigint[]): Promise<void> {
  if (ids.length === 0) return;
  await db.query('UPDATE jobs.outbox SET sent_at = now() WHERE id = ANY($1::bigint[]) AND sent_at IS NOT NULL', [ids]);
}

/** Rows sent more than `seconds` ago whose work is neither done nor in hand. */
export async function unconfirmed(db: Database, seconds: number, limit: number): Promise<OutboxRow[]> {
  return db.query<OutboxRow>(
    `SELECT ${carried} FROM jobs.outbox o LEFT JOIN jobs.runs r ON r.id = o.run_id
     WHERE o.sent_at < now() - make_interval(secs => $1) AND o.failed_at IS NULL
       AND (r.id IS NULL OR r.state = 'waiting')
     ORDER BY o.sent_at LIMIT $2`,
    [seconds, limit],
  );
}
