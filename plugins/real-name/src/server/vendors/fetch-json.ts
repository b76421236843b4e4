const BYTES_MAX = 1_048_576;

/** An answer of a register over plain HTTP: its status and what it says, where it can be read at all. */
export interface JsonAnswer {
  readonly status: number;
  readonly json: unknown;
}

/**
 * One bounded call. Redirects are not followed: they would carry the credentials in the headers to another host.
 * @throws DOMException AbortError, TypeError of the connection; messages are never to be kept, they name the address
 */
export async function fetchJson(url: URL, headers: Record<string, string>, signal: AbortSignal): Promise<JsonAnswer> {
  const response = await fetch(url, { headers: { accept: 'application/json', ...headers }, redirect: 'error', signal });
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += (chunk as Uint8Array).byteLength;
    if (bytes > BYTES_MAX) return { status: response.status, json: undefined };
    chunks.push(chunk as Uint8Array);
  }
  return { status: response.status, json: parsed(Buffer.concat(chunks).toString('utf8')) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
