import type { Command, Queryable, Tx } from '@linggong/core';
import { countTerms, type PersonKeepers } from '@linggong/vault';

/** True in SQL over a row of `public.workers` for somebody who has left: staff neither list, read nor find him. */
export const isLocked = (worker: string): string => `${worker}.state IN ('deregistered', 'erased')`;

/** Notes that a worker has left: from now on he is kept and nothing else. When that ends is counted by `noteTerms`, on the queue. */
export async function lockPerson(tx: Tx, { at }: Command, workerId: number): Promise<void> {
  await tx.query('INSERT INTO parties.locked_people (worker_id, locked_at) VALUES ($1, $2)', [workerId, at]);
}

/** Who returns is a worker like others. */
export async function unlockPerson(tx: Tx, workerId: number): Promise<void> {
  await tx.query('DELETE FROM parties.locked_people WHERE worker_id = $1', [workerId]);
}

/** Of the named workers, those who are locked and not erased. */
async function lockedOf(db: Queryable, workerIds: readonly number[]): Promise<number[]> {
  const rows = await db.query<{ id: number }>(
    `SELECT worker_id AS id FROM parties.locked_people WHERE worker_id = ANY ($1::int[]) AND erased_at IS NULL ORDER BY 1 FOR UPDATE`,
    [workerIds],
  );
  return rows.map(({ id }) => id);
}

/**
 * Counts the terms that hold the named people, of those who are locked, and keeps them for the pages (到期日).
 * @returns those of whom every term is over
 */
export async function noteTerms(
  db: Queryable,
  keepers: PersonKeepers,
  workerIds: readonly number[],
  at: Date,
): Promise<number[]> {
  const locked = await lockedOf(db, workerIds);
  if (locked.length === 0) return [];
  const ends = [...(await countTerms(db, keepers, locked, at))];
  await db.query(
    `UPDATE parties.locked_people l SET keeps_until = e.until, terms = e.terms::jsonb, counted_at = $4
     FROM unnest($1::int[], $2::timestamptz[], $3::text[]) AS e (id, until, terms) WHERE l.worker_id = e.id`,
    [
      ends.map(([id]) => id),
      ends.map(([, { until }]) => until),
      ends.map(([, { terms }]) => JSON.stringify(terms)),
      at,
    ],
  );
  return ends.flatMap(([id, { until }]) => (until !== null && until <= at ? [id] : []));
}
