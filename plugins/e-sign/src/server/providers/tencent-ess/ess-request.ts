import type { TencentEssSettings } from '@linggong/config';
import type { Clock } from '@linggong/core';
import { boundedFetch } from '../bounded-fetch';
import { at, jsonOf, textAt } from '../reply-json';
import { given, notDone, refusedBy, type Answer, type ProviderCall, type RefusalKind } from '../signature-provider';
import { tc3Authorization, tc3ContentType } from './tc3-signature';

export interface EssOptions extends TencentEssSettings {
  readonly clock: Clock;
  readonly timeoutMs?: number;
}

export interface EssCall {
  readonly action: string;
  readonly body: object;
  /** Uploads go to a host of their own. */
  readonly isUpload?: true;
}

const version = '2020-11-11';
const service = 'ess';
const repliesBytesMax = 4_194_304;
const timeoutDefaultMs = 20_000;

/**
 * What a code means for asking again (cloud.tencent.com 1323/70376), by its longest known beginning. Limits were met before
 * anything was done; of an internal error nobody can say.
 */
const meanings: readonly (readonly [string, RefusalKind])[] = [
  ['RequestLimitExceeded', 'retryable'],
  ['LimitExceeded', 'final'],
  ['InternalError', 'unknown'],
  ['AuthFailure.SignatureExpire', 'retryable'],
];

export function kindOfEssCode(code: string): RefusalKind {
  const known = meanings.find(([start]) => code === start || code.startsWith(`${start}.`));
  return known?.[1] ?? 'final';
}

/** Calls 腾讯电子签; gives `Response` of its answer. */
export async function callEss(
  { secretId, secretKey, url, fileUrl, clock, timeoutMs = timeoutDefaultMs }: EssOptions,
  { action, body, isUpload }: EssCall,
  { signal }: ProviderCall,
): Promise<Answer<unknown>> {
  const payload = JSON.stringify(body);
  const address = isUpload ? fileUrl : url;
  const now = clock.now();
  const { host } = new URL(address);
  const reply = await boundedFetch({
    url: `${address}/`,
    method: 'POST',
    headers: {
      Authorization: tc3Authorization({ secretId, secretKey, service, host, action, payload, at: now }),
      'Content-Type': tc3ContentType,
      'X-TC-Action': action,
      'X-TC-Timestamp': String(Math.floor(now.getTime() / 1000)),
      'X-TC-Version': version,
    },
    body: payload,
    timeoutMs,
    bytesMax: repliesBytesMax,
    signal,
  });
  if (!reply.ok) return reply;
  const { status, bytes } = reply.value;
  if (status === 429) return refusedBy('retryable', 'http-429');
  const response = at(jsonOf(bytes), 'Response');
  if (status !== 200 || response === undefined) return refusedBy('unknown', `http-${status}`);
  const code = textAt(response, 128, 'Error', 'Code');
  return code === undefined ? given(response) : refusedBy(kindOfEssCode(code), code);
}

/** The same for calls that only ask: what was not answered may be asked again. */
export async function askEss(options: EssOptions, call: EssCall, given: ProviderCall): Promise<Answer<unknown>> {
  return notDone(await callEss(options, call, given));
}
