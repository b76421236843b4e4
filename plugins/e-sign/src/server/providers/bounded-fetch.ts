import { isSafeUrl } from '@linggong/config';
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
    const response = await fetch(url, {
      method,
      redirect: 'error',
      signal: AbortSignal.any([signal, timeout]),
      ...(headers && { headers }),
      // Bytes of a Buffer are an ordinary view; the type of fetch asks for one that is not shared between threads.
      ...(body !== undefined && { body: body as NonNullable<RequestInit['body']> }),
    });
    const bytes = await boundedBytes(response, bytesMax);
    return bytes === undefined ? refusedBy('unknown', 'reply-too-long') : given({ status: response.status, bytes });
  } catch {
    // The fault's message may quote the address, which may name a person's session.
    return refusedBy('unknown', timeout.aborted ? 'timeout' : 'no-connection');
  }
}

async function boundedBytes({ body }: Response, bytesMax: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // The body of fetch is an async iterable of byte chunks in Node; the DOM's type does not say so.
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > bytesMax) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
