import { randomUUID } from 'node:crypto';
import { systemCommand, type Command, type Tx } from '@linggong/core';
import { schedules, type Schedule } from '@linggong/config';
import { faultText, firstTick, nextTick } from '../domain';
import type { Carrier } from './carrier';
import { enqueueAll } from './enqueue';
import type { EngineParts } from './engine-parts';

/** Installs the schedules whose handler is registered here, and has due ones worked on. Called by every pass of the relay. */
export async function tickDue(parts: EngineParts, carrier: Carrier): Promise<void> {
  const active = schedules.filter(({ name }) => parts.registry.handles(name));
  if (active.length === 0) return;
  const now = parts.clock.now();
  for (const schedule of await due(parts, active, now)) await advance(parts, carrier, schedule, now);
}

/** Schedules that are due, are new, or wait longer than their rule allows (a shorter rule, a clock that was set back). */
async function due({ db }: EngineParts, active: readonly Schedule[], now: Date): Promise<Schedule[]> {
  const rows = await db.query<{ name: string; next_at: Date }>('SELECT name, next_at FROM jobs.ticks');
  const nextAt = new Map(rows.map(({ name, next_at }) => [name, next_at]));
  return active.filter((schedule) => {
    const next = nextAt.get(schedule.name);
    return next === undefined || next <= now || next > nextTick(schedule.when, now);
  });
}

/** Moves a schedule on; whoever does so first does its work, in the same transaction where the work has a row. */
async function advance(
  parts: EngineParts,
  carrier: Carrier,
  { name, queue, when }: Schedule,
  now: Date,
): Promise<void> {
  const isMine = await parts.db.transaction(async (tx) => {
    await tx.query('INSERT INTO jobs.ticks (name, next_at) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      name,
      firstTick(when, now),
    ]);
    const moved = await tx.query<{ due: boolean }>(
      // The subquery locks the row and keeps the old instant: work that only waited too long is moved, not done.
      `UPDATE jobs.ticks t SET next_at = $2
       FROM (SELECT name, next_at FROM jobs.ticks WHERE name = $1 FOR UPDATE) old
       WHERE t.name = old.name AND (old.next_at <= $3 OR old.next_at > $2) RETURNING old.next_at <= $3 AS due`,
      [name, nextTick(when, now), now],
    );
    const isDue = moved[0]?.due === true;
    if (isDue && !('everyMs' in when)) await enqueueRun(tx, { name, queue }, scheduleCommand(name, now));
    return isDue;
  });
  if (!isMine || !('everyMs' in when)) return;
  // One id a schedule: while a tick waits or is worked on, the next one falls on it and is not added. Ticks neither pile up
  // nor overlap.
  await carrier.ship([{ id: `t-${name}`, queue, parcel: { kind: 'tick', schedule: name } }]);
}

/**
 * One tick of a repeated schedule: calls its handler and leaves no row; where it fails, a run is written and tried again –
 * at most one open run a schedule, however often the clock ticks.
 */
export async function tick(parts: EngineParts, name: string): Promise<void> {
  const schedule = schedules.find((one) => one.name === name);
  if (schedule === undefined || !parts.registry.handles(name)) return;
  const command = scheduleCommand(name, parts.clock.now());
  const job = { runId: randomUUID(), payload: null, attempt: 1, progress: async () => undefined };
  try {
    await parts.registry.handlerOf(name)(job, command);
  } catch (error) {
    parts.log.warn(`schedule ${name}: ${faultText(error)}`);
    await parts.db.transaction((tx) => enqueueRun(tx, schedule, command));
  }
}

const scheduleCommand = (name: string, now: Date): Command => systemCommand(name, now, randomUUID());

async function enqueueRun(tx: Tx, { name, queue }: Pick<Schedule, 'name' | 'queue'>, command: Command): Promise<void> {
  await enqueueAll(tx, [{ queue, name, payload: null, key: 'schedule' }], command);
}
