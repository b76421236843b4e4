import type { Command } from '@linggong/core';
import type { ESignTools } from '../tools';
import { requestById } from './request-rows';

/** Name of the job that orders an evidence report (出证报告) for one signed request. */
export const reportJob = 'e-sign.order-report';

const callMs = 60_000;

/**
 * Orders the report of a signed flow, once. Services sell them: the order is marked, committed, and only then placed. Where nobody can
 * say whether it was placed, the mark stays and none is ordered again; a person asks the service. Where the service says that it was
 * not, the mark goes, and the queue tries again.
 * @throws Error where it is to be tried again
 */
export async function orderReport(tools: ESignTools, { at }: Command, requestId: bigint): Promise<void> {
  const request = await requestById(tools.db, requestId);
  const provider = request && tools.signing.providers.get(request.provider);
  if (request?.state !== 'signed' || request.flow_id === null || provider === undefined) return;
  const marked = await tools.db.query(
    `UPDATE e_sign.signature_requests SET report_asked_at = $2 WHERE id = $1 AND report_asked_at IS NULL RETURNING 1`,
    [requestId, at],
  );
  if (marked.length === 0) return;
  const report = await provider.orderReport(request.flow_id, { signal: AbortSignal.timeout(callMs) });
  if (report.ok) {
    await tools.db.query('UPDATE e_sign.signature_requests SET report_ref = $2 WHERE id = $1', [
      requestId,
      report.value ?? null,
    ]);
    return;
  }
  if (report.kind !== 'retryable') return;
  await tools.db.query('UPDATE e_sign.signature_requests SET report_asked_at = NULL WHERE id = $1', [requestId]);
  throw new Error(`no report was ordered: ${report.code}`);
}
