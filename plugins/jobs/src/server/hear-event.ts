import type { Actor, Tx } from '@linggong/core';
import { queues } from '@linggong/config';
import { backoffDelayMs, faultText, isFinal, problemOf, type Json } from '../domain';
import type { DomainEvent } from '../jobs';
import type { EngineParts } from './engine-parts';
import { askedOf } from './run-rows';

interface DeliveryRow {
  outbox_id: bigint;
  hearer: string;
  attempt: number;
  id: string;
  type: string;
  key: string;
  payload: Json;
  at: Date;
  actor: Actor;
  trace_id: string;
  address: string | null;
  reason: string | null;
}

/** Lets one hearer hear one event. Gives false where it was heard already. */
export async function hearEvent(parts: EngineParts, outboxId: string | bigint): Promise<boolean> {
  const delivery = await parts.db.maybeOne<DeliveryRow>(
    `SELECT o.id AS outbox_id, o.hearer, o.attempt, e.id, e.type, e.key, e.payload, e.at, e.actor, e.trace_id,
       e.address, e.reason
     FROM jobs.outbox o JOIN jobs.events e ON e.id = o.event_id WHERE o.id = $1 AND o.failed_at IS NULL`,
    [outboxId],
  );
  if (delivery === undefined) return false;
  try {
    await parts.db.transaction((tx) => hear(parts, tx, delivery));
  } catch (error) {
    await afterFailure(parts, delivery, error);
  }
  return true;
}

/**
 * The hearing is written first: a second worker with the same event waits at the primary key until this transaction ends,
 * and then finds it heard.
 */
async function hear({ registry, clock }: EngineParts, tx: Tx, delivery: DeliveryRow): Promise<void> {
  const { outbox_id, hearer, id, type, key, payload, at } = delivery;
  const now = clock.now();
  const first = await tx.query(
    'INSERT INTO jobs.heard (event_id, hearer, heard_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING hearer',
    [id, hearer, now],
  );
  if (first.length > 0) {
    const event: DomainEvent = { id, type, key, payload, at };
    await registry.hearerOf(type, hearer)(event, { ...askedOf(delivery), at: now }, tx);
  }
  await tx.query('DELETE FROM jobs.outbox WHERE id = $1', [outbox_id]);
}

async function afterFailure(parts: EngineParts, delivery: DeliveryRow, error: unknown): Promise<void> {
  const { db, clock, log, random } = parts;
  const attempt = delivery.attempt + 1;
  const over = isFinal(error) || attempt >= queues.events.attempts;
  const line = `event ${delivery.type} ${delivery.id} for ${delivery.hearer}, try ${attempt}: ${faultText(error)}`;
  if (over) log.error(line);
  else log.warn(line);
  const wait = backoffDelayMs(attempt, queues.events, random());
  const now = clock.now();
  await db.query(
    `UPDATE jobs.outbox SET attempt = $2, problem = $3::jsonb, due_at = $4, failed_at = $5, sent_at = NULL, sent_as = NULL
     WHERE id = $1`,
    [delivery.outbox_id, attempt, JSON.stringify(problemOf(error)), new Date(now.getTime() + wait), over ? now : null],
  );
}
