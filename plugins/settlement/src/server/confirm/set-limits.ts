import type { Tx } from '@linggong/core';
import type { Day, Fen } from '@linggong/core/domain';
import { limitsFor, ratingOf, releaseLimits, reserveLimits } from '@linggong/risk';
import type { BatchRow } from '../batch-rows';
import { StaleQuote } from './stale-quote';

/** Arrays side by side: whom the orders of a batch pay, for which kind of work, how much. */
interface BatchUse {
  readonly workerIds: readonly number[] | null;
  readonly kindsOfWork: readonly string[];
  readonly fen: readonly Fen[];
}

/**
 * Reserves what the new orders of a batch take of limits (限额占用). Nothing is counted before a limit set is in force.
 * @throws StaleQuote where a limit would be passed: the check of the new quote says which
 */
export async function reserveSetLimits(tx: Tx, batch: BatchRow, day: Day): Promise<void> {
  const use = await tx.one<BatchUse>(
    `SELECT array_agg(o.worker_id) AS "workerIds", array_agg(t.scenario) AS "kindsOfWork", array_agg(o.amount_fen) AS fen
       FROM public.orders o JOIN tasks.published_task_facts t ON t.task_id = o.task_id WHERE o.batch_id = $1`,
    [batch.id],
  );
  const { workerIds } = use;
  if (workerIds === null) return;
  const rating = await ratingOf(tx, batch.enterpriseId);
  const limits = await limitsFor(tx, [...new Set(use.kindsOfWork)], rating);
  if (limits.length === 0) return;
  const beyond = await reserveLimits(tx, { ...use, workerIds, enterpriseId: batch.enterpriseId, day }, limits);
  if (beyond.length === 0) return;
  // What stands on what others pay is told as what it is to the enterprise: a hold.
  throw new StaleQuote(beyond.every((subject) => subject === 'worker') ? 'risk' : 'limits');
}

/** Gives back what cancelled, failed or returned orders had taken, by the Shanghai day of their confirmation. */
export async function freeSetLimits(tx: Tx, orderIds: readonly number[]): Promise<void> {
  const freed = await tx.one<BatchUse & { readonly enterpriseIds: number[]; readonly days: Day[] }>(
    `SELECT array_agg(o.worker_id) AS "workerIds", array_agg(o.enterprise_id) AS "enterpriseIds",
            array_agg(t.scenario) AS "kindsOfWork", array_agg(o.amount_fen) AS fen,
            array_agg(to_char(o.confirmed_at + interval '8 hours', 'YYYY-MM-DD')) AS days
       FROM public.orders o JOIN tasks.published_task_facts t ON t.task_id = o.task_id WHERE o.id = ANY ($1::int[])`,
    [orderIds],
  );
  const { workerIds } = freed;
  if (workerIds !== null) await releaseLimits(tx, { ...freed, workerIds });
}
