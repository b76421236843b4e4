import { randomUUID } from 'node:crypto';
import type { Command, Queryable } from '@linggong/core';
import { payloadText } from '../domain';
import type { NewEvent } from '../jobs';

const insertEvents = `
  WITH told AS (
    SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS t(id, type, key, payload, place)
  ), added AS (
    INSERT INTO jobs.events (id, type, key, payload, actor, trace_id, address, reason, at)
    SELECT id, type, key, payload::jsonb, $5::jsonb, $6, $7, $8, $9::timestamptz FROM told ORDER BY place
  )
  INSERT INTO jobs.outbox (queue, event_id, hearer, due_at)
  SELECT 'events', t.id, h.hearer, $9::timestamptz
    FROM told t JOIN unnest($10::text[], $11::text[]) AS h(type, hearer) ON h.type = t.type ORDER BY t.place`;

/**
 * Writes events and, for each hearer, what has still to be carried, in the caller's transaction. Two statements at most
 * for any number of events: the fan-out is a join.
 * @param hearers the registered hearers, [type, hearer]
 */
export async function emitAll(
  tx: Queryable,
  events: readonly NewEvent[],
  hearers: readonly (readonly [string, string])[],
  { actor, traceId, address, reason, at }: Command,
): Promise<void> {
  if (events.length === 0) return;
  await tx.query(insertEvents, [
    events.map(() => randomUUID()),
    events.map(({ type }) => type),
    events.map(({ key }) => key),
    events.map(({ type, payload }) => payloadText(payload, type)),
    JSON.stringify(actor),
    traceId,
    address ?? null,
    reason ?? null,
    at,
    hearers.map(([type]) => type),
    hearers.map(([, hearer]) => hearer),
  ]);
}
