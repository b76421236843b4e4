import { createHash } from 'node:crypto';
import type { Command, Tx } from '@linggong/core';
import { notFound, problem } from '@linggong/core/domain';
import type { CallbackMessage, CallbackNews } from '../providers/signature-provider';
import type { ESignTools } from '../tools';
import { checkJob } from './check-request';

const nothingHere = (): Error => notFound({ zh: '内容', en: 'thing' });

/** Whoever speaks is not the service, or speaks too late; which of it is not said. */
function notBelieved(): Error {
  return problem(401, 'callback-not-believed', {
    zh: '回调签名无效',
    en: 'The signature of the call-back does not fit',
  });
}

/**
 * Takes a call-back. It is believed only in that something happened: a job asks the service what. The same bytes twice do nothing.
 * @throws Problem 404 for a service that is not configured and for a flow that is not ours, 401 for a signature that does not fit
 */
export async function receiveCallback(
  tools: ESignTools,
  command: Command,
  providerName: string,
  message: CallbackMessage,
): Promise<void> {
  const provider = tools.signing.providers.get(providerName);
  if (provider === undefined) throw nothingHere();
  const news = provider.readCallback(message, command.at);
  if (news === undefined) throw notBelieved();
  const digest = createHash('sha256').update(message.body).digest();
  await tools.db.transaction(async (tx) => {
    const requestId = await requestOf(tx, command, provider.name, news);
    if (requestId === undefined) throw nothingHere();
    const fresh = await tx.query(
      `INSERT INTO e_sign.callbacks (provider, digest, request_id, received_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [provider.name, digest, requestId, command.at],
    );
    if (fresh.length === 0) return;
    const payload = { requestId: Number(requestId) };
    const job = { queue: 'contracts' as const, name: checkJob, payload, key: `request-${requestId}` };
    await tools.jobs.enqueue(tx, job, command);
  });
}

/**
 * By the service's id; else by our own reference, which finds a flow whose opening was never answered, or was given up. Where the
 * contract ended meanwhile, the flow is closed there like any other; where another request stands for it, that one counts.
 */
async function requestOf(
  tx: Tx,
  { at }: Command,
  provider: string,
  { flowId, reference }: CallbackNews,
): Promise<bigint | undefined> {
  const known = await tx.maybeOne<{ id: bigint }>(
    'SELECT id FROM e_sign.signature_requests WHERE provider = $1 AND flow_id = $2',
    [provider, flowId],
  );
  if (known !== undefined || reference === undefined) return known?.id;
  const found = await tx.maybeOne<{ id: bigint }>(
    `UPDATE e_sign.signature_requests r SET state = 'open', flow_id = $3, opened_at = $4, fault_code = NULL, ended_at = NULL,
       closing_since = CASE WHEN c.state = 'sent' THEN r.closing_since ELSE coalesce(r.closing_since, $4) END
     FROM public.contracts c
     WHERE c.id = r.contract_id AND r.provider = $1 AND r.reference = $2
       AND (r.state = 'opening' OR r.state = 'failed' AND NOT EXISTS (SELECT 1 FROM e_sign.signature_requests o
         WHERE o.contract_id = r.contract_id AND o.state IN ('waiting', 'opening', 'open'))) RETURNING r.id`,
    [provider, reference, flowId, at],
  );
  return found?.id;
}
