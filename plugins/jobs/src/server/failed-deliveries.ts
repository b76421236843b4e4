import type { Command, Queryable, Tx } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import type { DeliveryAnswer } from '../api';

/** Failed deliveries of events as a source of rows, for lists. */
export const FAILED_DELIVERIES = `(SELECT o.id, e.type, e.key, o.hearer, o.attempt, o.problem, e.at AS told_at, o.failed_at
    FROM jobs.outbox o JOIN jobs.events e ON e.id = o.event_id WHERE o.failed_at IS NOT NULL) d`;

/** The failed deliveries, the oldest first: what came first should be heard first. */
export async function failedDeliveries(db: Queryable, limit: number, after = 0): Promise<DeliveryAnswer[]> {
  const rows = await db.query<Omit<DeliveryAnswer, 'id'> & { id: bigint }>(
    `SELECT d.id, d.type, d.key, d.hearer, d.attempt, d.problem, d.told_at AS "toldAt", d.failed_at AS "failedAt"
       FROM ${FAILED_DELIVERIES} WHERE d.id > $2 ORDER BY d.id LIMIT $1`,
    [limit, after],
  );
  return rows.map((row) => ({ ...row, id: Number(row.id) }));
}

/**
 * Lets a hearer hear an event again that it could not take, with as many tries as at first. A hearer hears an event once,
 * so a delivery that succeeded can be repeated by nobody: its row has left.
 * @throws Problem 404 where it has not failed (any more)
 */
export async function repeatDelivery(tx: Tx, id: number, command: Command): Promise<void> {
  const repeated = await tx.query(
    `UPDATE jobs.outbox SET failed_at = NULL, attempt = 0, problem = NULL, due_at = $2, sent_at = NULL, sent_as = NULL
      WHERE id = $1 AND event_id IS NOT NULL AND failed_at IS NOT NULL RETURNING 1`,
    [id, command.at],
  );
  if (repeated.length === 0) throw notFound({ zh: '投递失败的事件', en: 'failed delivery' });
}
