import type { Tx } from '@linggong/core';
import type { CheckRun } from './check-run';

/**
 * Finds worker, card, task and engagement of every line that waits to be examined, by the keys of the sheet: blind
 * indexes and the task number. One statement, whatever the number of lines.
 */
export async function matchLines(tx: Tx, { batchId, checkNo }: CheckRun): Promise<void> {
  await tx.query(
    `UPDATE settlement.lines l
        SET check_no = $2, worker_id = m.worker_id, card_id = m.card_id, task_id = m.task_id, engagement_id = m.engagement_id
       FROM (
         SELECT l.id, w.worker_id, c.card_id, t.task_id,
                -- Not joined: the planner would go through every engagement that a worker has.
                (SELECT e.engagement_id FROM tasks.published_engagement_facts e
                  WHERE e.task_id = t.task_id AND e.worker_id = w.worker_id) AS engagement_id
           FROM settlement.lines l
           LEFT JOIN parties.published_worker_facts w ON w.identity_blind = encode(l.identity_blind, 'hex')
           LEFT JOIN parties.published_card_facts c ON c.worker_id = w.worker_id
                 AND c.card_blind = encode(l.card_blind, 'hex') AND c.replaced_at IS NULL
           LEFT JOIN tasks.published_task_facts t ON t.task_number = l.task_number
          WHERE l.batch_id = $1 AND l.state = 'read'
       ) m WHERE l.id = m.id`,
    [batchId, checkNo],
  );
}
