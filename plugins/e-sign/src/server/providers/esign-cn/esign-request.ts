import { createHash, createHmac } from 'node:crypto';
import type { EsignCnSettings } from '@linggong/config';
import type { Clock } from '@linggong/core';
import { boundedFetch } from '../bounded-fetch';
import { at, jsonOf, numberAt } from '../reply-json';
import { given, notDone, refusedBy, type Answer, type ProviderCall } from '../signature-provider';

export interface EsignCnOptions extends EsignCnSettings {
  readonly clock: Clock;
  readonly callbackUrl?: string | undefined;
  readonly timeoutMs?: number;
}

export interface EsignCall {
  readonly method: 'GET' | 'POST';
  /** Path with its query. */
  readonly path: string;
  readonly body?: object;
}

const accept = '*/*';
const jsonType = 'application/json; charset=UTF-8';
const repliesBytesMax = 1_048_576;
export const esignTimeoutMs = 15_000;

/** Business codes of what is not ready yet (open.esign.cn codemsg-v3): file not converted, flow not finished, too many calls. */
const retryableCodes: ReadonlySet<number> = new Set([429, 1437513, 1437518]);

/** Base64 of the MD5 of a body: what e签宝 calls Content-MD5. */
export const contentMd5 = (body: Uint8Array | string): string => createHash('md5').update(body).digest('base64');

/**
 * Signature of a request (open.esign.cn dev-guide3): seven lines – method, Accept, Content-MD5, Content-Type, Date (empty), no
 * headers of one's own, path with query – as HMAC-SHA256 with the secret, in base64.
 */
export function esignSignature(secret: string, { method, path, body }: EsignCall, json: string): string {
  const text = [method, accept, body ? contentMd5(json) : '', body ? jsonType : '', '', path].join('\n');
  return createHmac('sha256', secret).update(text).digest('base64');
}

/** Calls e签宝; gives `data` of its answer. A call without an answer, or with a 5xx, is `unknown`. */
export async function callEsign(
  { appId, appSecret, url, clock, timeoutMs = esignTimeoutMs }: EsignCnOptions,
  call: EsignCall,
  { signal }: ProviderCall,
): Promise<Answer<unknown>> {
  // Serialised once: the bytes that are hashed are the bytes that are sent.
  const json = call.body ? JSON.stringify(call.body) : '';
  const reply = await boundedFetch({
    url: `${url}${call.path}`,
    method: call.method,
    headers: {
      Accept: accept,
      'X-Tsign-Open-App-Id': appId,
      'X-Tsign-Open-Auth-Mode': 'Signature',
      'X-Tsign-Open-Ca-Timestamp': String(clock.now().getTime()),
      'X-Tsign-Open-Ca-Signature': esignSignature(appSecret, call, json),
      ...(call.body && { 'Content-Type': jsonType, 'Content-MD5': contentMd5(json) }),
    },
    ...(call.body && { body: json }),
    timeoutMs,
    bytesMax: repliesBytesMax,
    signal,
  });
  if (!reply.ok) return reply;
  const { status, bytes } = reply.value;
  if (status === 429) return refusedBy('retryable', 'http-429');
  if (status >= 500) return refusedBy('unknown', `http-${status}`);
  return answerOf(status, jsonOf(bytes));
}

function answerOf(status: number, json: unknown): Answer<unknown> {
  const code = numberAt(json, 'code');
  if (status === 200 && code === 0) return given(at(json, 'data'));
  if (code === undefined) return refusedBy('unknown', `http-${status}`);
  return refusedBy(retryableCodes.has(code) ? 'retryable' : 'final', `esign-${code}`);
}

/** The same for calls that only ask: what was not answered may be asked again. */
export async function askEsign(
  options: EsignCnOptions,
  call: EsignCall,
  given: ProviderCall,
): Promise<Answer<unknown>> {
  return notDone(await callEsign(options, call, given));
}
