import { record } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import { changedEngagement, engagementEntries, type ChangedEngagement } from './engagement-entries';
import { tellApplicants } from './tell-applications';

/** Answers everybody who waits with his application for a task that has just been closed; the task is locked. */
export async function declineWaiting(tx: Queryable, command: Command, taskId: number): Promise<void> {
  const declined = await tx.query<ChangedEngagement>(
    `UPDATE public.engagements g SET state = 'declined', cancelled_at = $2::timestamptz, state_reason = $3, version = version + 1,
       updated_at = $2::timestamptz WHERE task_id = $1 AND cancelled_at IS NULL AND state = 'applied' RETURNING ${changedEngagement}`,
    [taskId, command.at, command.reason ?? null],
  );
  if (declined.length === 0) return;
  const before = new Map(declined.map(({ id }) => [id, 'applied' as const]));
  await record(tx, command, engagementEntries('engagement.decline', declined, 'declined', { before }));
  await tellApplicants(tx, command, 'application-declined', declined);
}
