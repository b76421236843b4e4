import type { Queryable } from '@linggong/core';
import { problem } from '@linggong/core/domain';

/** An engagement `g` that takes a place and a part of the budget of its task: it has begun and was not given up. An application takes none. */
export const HOLDS_PLACE = `g.cancelled_at IS NULL AND g.state <> 'applied'`;

/** How many work on a task `t`. */
export const PLACES_TAKEN = `(SELECT count(*) FROM public.engagements g WHERE g.task_id = t.id AND ${HOLDS_PLACE})`;

/**
 * Refuses a change after which more people work on a task, locked by this transaction, than it takes.
 * @param toCome how many are about to be added to each; 0 where they already are
 * @throws Problem 409 `headcount-exceeded`
 */
export async function demandHeadcount(tx: Queryable, toCome: ReadonlyMap<number, number>): Promise<void> {
  const rows = await tx.query<{ id: number; headcount: number; taken: bigint }>(
    `SELECT t.id, t.headcount, ${PLACES_TAKEN} AS taken FROM public.tasks t WHERE t.id = ANY ($1::int[]) ORDER BY t.id`,
    [[...toCome.keys()]],
  );
  for (const { id, headcount, taken } of rows) {
    const count = taken + BigInt(toCome.get(id) ?? 0);
    if (count <= BigInt(headcount)) continue;
    throw problem(
      409,
      'headcount-exceeded',
      {
        zh: `任务最多 ${headcount} 人，承揽后将有 ${count} 人`,
        en: `The task takes ${headcount} workers, this would make ${count}`,
      },
      { field: 'workers' },
    );
  }
}
