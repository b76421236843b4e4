import type { Tx } from '@linggong/core';
import type { CheckRun } from './check-run';

/**
 * Whether enterprise $3 has engaged worker `w` or has a signed agreement with him; else it is told nothing of him. Counted out,
 * and asked for those alone whose engagement is not found: as EXISTS the planner would hash every engagement that there is.
 */
const IS_KNOWN = `CASE WHEN w.worker_id IS NULL THEN false WHEN e.engagement_id IS NOT NULL THEN true
  WHEN (SELECT true FROM tasks.published_engagement_facts k
         WHERE k.worker_id = w.worker_id AND k.enterprise_id = $3 LIMIT 1) THEN true
  ELSE coalesce((SELECT true FROM e_sign.published_coverage s
                  WHERE s.worker_id = w.worker_id AND s.enterprise_id = $3 LIMIT 1), false) END`;

/**
 * Finds worker, card, task and engagement of every line that waits to be examined, by the keys of the sheet: blind
 * indexes and the task number, and whether the enterprise knows the worker. One statement, whatever the number of lines.
 */
export async function matchLines(tx: Tx, { batchId, enterpriseId, checkNo }: CheckRun): Promise<void> {
  await tx.query(
    `UPDATE settlement.lines l
        SET check_no = $2, worker_id = m.worker_id, card_id = m.card_id, task_id = m.task_id, engagement_id = m.engagement_id,
            is_known = m.is_known
       FROM (
         SELECT l.id, w.worker_id, c.card_id, t.task_id, e.engagement_id, ${IS_KNOWN} AS is_known
           FROM settlement.lines l
           LEFT JOIN parties.published_worker_facts w ON w.identity_blind = encode(l.identity_blind, 'hex')
           LEFT JOIN parties.published_card_facts c ON c.worker_id = w.worker_id
                 AND c.card_blind = encode(l.card_blind, 'hex') AND c.replaced_at IS NULL
           LEFT JOIN tasks.published_task_facts t ON t.task_number = l.task_number
           -- One by one: joined, the planner would go through every engagement that a worker has.
           LEFT JOIN LATERAL (SELECT g.engagement_id FROM tasks.published_engagement_facts g
                  WHERE g.task_id = t.task_id AND g.worker_id = w.worker_id AND g.enterprise_id = $3 LIMIT 1) e ON true
          WHERE l.batch_id = $1 AND l.state = 'read'
       ) m WHERE l.id = m.id`,
    [batchId, checkNo, enterpriseId],
  );
}
