import { guardedRequest } from '@linggong/core';

const BYTES_MAX = 1_048_576;

/** An answer of a register over plain HTTP: its status and what it says, where it can be read at all. */
export interface JsonAnswer {
  readonly status: number;
  readonly json: unknown;
}

/**
 * One bounded call, to where the guard of outbound calls lets it go. Redirects are not followed: they would carry the credentials in
 * the headers to another host.
 * @throws OutboundRefused, AbortError, errors of the connection; messages are never to be kept, they name the address
 */
export async function fetchJson(url: URL, headers: Record<string, string>, signal: AbortSignal): Promise<JsonAnswer> {
  const wish = {
    url,
    method: 'GET',
    headers: { Accept: 'application/json', ...headers },
    bytesMax: BYTES_MAX,
    signal,
  } as const;
  const { status, bytes } = await guardedRequest(wish);
  return { status, json: bytes === undefined ? undefined : parsed(bytes.toString('utf8')) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
