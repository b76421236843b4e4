import { isSafeUrl } from '@linggong/config';
import { guardedRequest, OutboundRefused } from '@linggong/core';
import { given, refusedBy, type Answer } from './signature-provider';

export interface Reply {
  readonly status: number;
  readonly bytes: Buffer;
}

export interface Wish {
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
  readonly timeoutMs: number;
  /** Bytes of the longest reply that is read. */
  readonly bytesMax: number;
  readonly signal: AbortSignal;
}

/**
 * One call, bounded in time and bytes; redirections are not followed, and nothing is sent where it could be read on the way. A
 * call that ended without a reply is `unknown`: it may have arrived.
 */
export async function boundedFetch(wish: Wish): Promise<Answer<Reply>> {
  const { url, method, headers, body, timeoutMs, bytesMax, signal } = wish;
  if (!isSafeUrl(url)) return refusedBy('final', 'address-not-safe');
  if (signal.aborted) return refusedBy('retryable', 'aborted');
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const both = AbortSignal.any([signal, timeout]);
    const reply = await guardedRequest({ url: new URL(url), method, headers, body, bytesMax, signal: both });
    const { status, bytes } = reply;
    return bytes === undefined ? refusedBy('unknown', 'reply-too-long') : given({ status, bytes });
  } catch (error) {
    if (isNotSent(error)) return refusedBy('final', 'address-not-safe');
    // The fault's message may quote the address, which may name a person's session.
    return refusedBy('unknown', timeout.aborted ? 'timeout' : 'no-connection');
  }
}

/** The guard of outbound calls closed the way before anything went out: services name addresses of files in their answers. */
function isNotSent(error: unknown): boolean {
  return error instanceof OutboundRefused && !['redirected', 'encoded'].includes(error.reason);
}
