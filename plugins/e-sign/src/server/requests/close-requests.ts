import type { Command, Tx } from '@linggong/core';
import type { ESignTools } from '../tools';

/** Name of the job that closes flows at services. */
export const closeJob = 'e-sign.close-requests';

/**
 * The contracts ended, or were signed another way: what was asked of a service is taken back. What never went out ends here; what
 * may have gone out is closed there by a job. Set-based, in the caller's transaction.
 */
export async function closeRequests(
  tools: Pick<ESignTools, 'jobs'>,
  tx: Tx,
  command: Command,
  contractIds: readonly number[],
): Promise<void> {
  if (contractIds.length === 0) return;
  const rows = await tx.query<{ state: string }>(
    `UPDATE e_sign.signature_requests SET
       state = CASE WHEN state = 'waiting' THEN 'revoked' ELSE state END,
       ended_at = CASE WHEN state = 'waiting' THEN $2::timestamptz END,
       closing_since = CASE WHEN state = 'waiting' THEN NULL ELSE $2::timestamptz END
     WHERE contract_id = ANY($1::int[]) AND state IN ('waiting', 'opening', 'open') RETURNING state`,
    [contractIds, command.at],
  );
  if (!rows.some(({ state }) => state !== 'revoked')) return;
  await tools.jobs.enqueue(tx, { queue: 'contracts', name: closeJob, payload: {}, key: 'all' }, command);
}
