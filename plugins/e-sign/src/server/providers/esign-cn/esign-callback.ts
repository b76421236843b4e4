import { createHmac, timingSafeEqual } from 'node:crypto';
import { jsonOf, textAt } from '../reply-json';
import type { CallbackMessage, CallbackNews } from '../signature-provider';

/** How old a call-back may be, and how far ahead its clock. */
const windowMs = 15 * 60_000;

/** What is heard: a signer is through, and a flow is over (open.esign.cn notify3). */
const heardActions: ReadonlySet<string> = new Set(['SIGN_MISSON_COMPLETE', 'SIGN_FLOW_COMPLETE']);

/** hex(HMAC-SHA256(secret, timestamp + query values in the order of their names + raw body)). */
export function esignCallbackSignature(
  secret: string,
  timestamp: string,
  query: ReadonlyMap<string, string>,
  body: Buffer,
): Buffer {
  const values = [...query].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
  return createHmac('sha256', secret).update(timestamp).update(values.join('')).update(body).digest();
}

export function readEsignCallback(
  { appId, appSecret }: { readonly appId: string; readonly appSecret: string },
  { headers, query, body }: CallbackMessage,
  now: Date,
): CallbackNews | undefined {
  const timestamp = headers['x-tsign-open-timestamp'] ?? '';
  const signature = headers['x-tsign-open-signature'] ?? '';
  if (headers['x-tsign-open-app-id'] !== appId || !/^\d{13}$/.test(timestamp)) return undefined;
  if (!/^[0-9a-f]{64}$/i.test(signature)) return undefined;
  const expected = esignCallbackSignature(appSecret, timestamp, query, body);
  if (!timingSafeEqual(expected, Buffer.from(signature, 'hex'))) return undefined;
  if (Math.abs(now.getTime() - Number(timestamp)) > windowMs) return undefined;
  const json = jsonOf(body);
  const flowId = textAt(json, 128, 'signFlowId');
  if (flowId === undefined || !heardActions.has(textAt(json, 64, 'action') ?? '')) return undefined;
  return { flowId, reference: textAt(json, 64, 'customBizNum') };
}
