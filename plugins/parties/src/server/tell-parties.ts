import type { Command, Tx } from '@linggong/core';
import type { Jobs, NewEvent } from '@linggong/jobs';

/** Ids in one event: its payload is bounded, and what a hearer does in one transaction should be too. */
const IDS_PER_EVENT = 500;

function events(type: string, subject: 'worker' | 'card', ids: readonly number[]): NewEvent[] {
  const count = Math.ceil(ids.length / IDS_PER_EVENT);
  const chunks = Array.from({ length: count }, (_, i) => ids.slice(i * IDS_PER_EVENT, (i + 1) * IDS_PER_EVENT));
  return chunks.map((chunk) => ({
    type,
    key: `${subject}-${chunk[0] ?? 0}`,
    payload: subject === 'worker' ? { workerIds: chunk } : { cardIds: chunk },
  }));
}

/** Tells what happened to workers. Payloads are ids only, at most a few hundred an event; nobody is told of nobody. */
export async function tellWorkers(
  tx: Tx,
  jobs: Jobs,
  command: Command,
  type: `parties.worker.${string}`,
  ids: readonly number[],
): Promise<void> {
  if (ids.length > 0) await jobs.emitAll(tx, events(type, 'worker', ids), command);
}

/** As {@link tellWorkers}, of cards. */
export async function tellCards(
  tx: Tx,
  jobs: Jobs,
  command: Command,
  type: `parties.card.${string}`,
  ids: readonly number[],
): Promise<void> {
  if (ids.length > 0) await jobs.emitAll(tx, events(type, 'card', ids), command);
}
