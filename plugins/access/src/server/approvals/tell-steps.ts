import type { Command, Database } from '@linggong/core';
import type { Jobs, NewEvent } from '@linggong/jobs';

/** Steps that one round tells; the next round takes the rest. */
const ROUND_MAX = 500;

/**
 * Tells the steps of requests (提交、升级、批准、驳回、撤回、失效、执行、失败) as domain events `access.approval.<step>`, each once, in the order
 * in which they were taken. @returns how many were told
 */
export function tellSteps(db: Database, jobs: Pick<Jobs, 'emitAll'>, command: Command): Promise<number> {
  return db.transaction(async (tx) => {
    const steps = await tx.query<{ id: bigint; approvalId: string; step: string }>(
      'SELECT id, approval_id AS "approvalId", step FROM access.take_approval_steps($1, $2)',
      [ROUND_MAX, command.at],
    );
    const events = steps.map(({ id, approvalId, step }): NewEvent => ({
      type: `access.approval.${step}`,
      key: approvalId,
      payload: { approvalId, stepId: String(id) },
    }));
    await jobs.emitAll(tx, events, command);
    return steps.length;
  });
}
