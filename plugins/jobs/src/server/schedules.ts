import { randomUUID } from 'node:crypto';
import { systemCommand } from '@linggong/core';
import { schedules, type Schedule } from '@linggong/config';
import { faultText } from '../domain';
import { enqueueAll } from './enqueue';
import type { EngineParts } from './engine-parts';

/** Schedules whose handler is registered here. */
export function activeSchedules({ registry }: EngineParts): Schedule[] {
  return schedules.filter(({ name }) => registry.handles(name));
}

/**
 * One tick of a schedule. A quiet one calls its handler at once and leaves no row; where it fails, and for all others, a run
 * is written – at most one open run a schedule, however often the clock ticks.
 */
export async function tick(parts: EngineParts, name: string): Promise<void> {
  const schedule = schedules.find((one) => one.name === name);
  if (schedule === undefined || !parts.registry.handles(name)) return;
  if (schedule.quiet && (await quietly(parts, name))) return;
  const { queue } = schedule;
  const command = systemCommand(name, parts.clock.now(), randomUUID());
  await parts.db.transaction((tx) => enqueueAll(tx, [{ queue, name, payload: null, key: 'schedule' }], command));
}

async function quietly({ registry, clock, log }: EngineParts, name: string): Promise<boolean> {
  const command = systemCommand(name, clock.now(), randomUUID());
  const job = { runId: randomUUID(), payload: null, attempt: 1, progress: async () => undefined };
  try {
    await registry.handlerOf(name)(job, command);
    return true;
  } catch (error) {
    log.warn(`schedule ${name}: ${faultText(error)}`);
    return false;
  }
}
