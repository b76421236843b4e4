import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { outboundSettingsFromEnvironment } from '@linggong/config';
import { addressGuard, type AddressGuard } from './address-guard';
import { guardedLookup } from './guarded-lookup';
import { OutboundRefused } from './outbound-refused';

export interface OutboundWish {
  readonly url: URL;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: Uint8Array | string | undefined;
  /** Bytes of the longest reply that is read. */
  readonly bytesMax: number;
  readonly signal: AbortSignal;
}

export interface OutboundReply {
  readonly status: number;
  /** Undefined where there were more than `bytesMax`. */
  readonly bytes: Buffer | undefined;
}

const agents = {
  'http:': new http.Agent({ keepAlive: true, maxSockets: 64 }),
  'https:': new https.Agent({ keepAlive: true, maxSockets: 64 }),
};

/**
 * The one way out of the platform for addresses that come from settings, answers of services or people: https at its usual port to
 * public addresses, or what the operator named (`OUTBOUND_ALLOW`, the endpoints of services). Every address of a name is looked at,
 * and the one that was looked at is connected to. Redirections are not followed, proxies of the environment not used.
 * @throws OutboundRefused; AbortError; errors of the connection, whose messages name the address and are never to be kept
 */
export async function guardedRequest(wish: OutboundWish, guard = guardOfEnvironment()): Promise<OutboundReply> {
  const { url, method, headers, body, signal } = wish;
  demandOpen(url, guard);
  const { request } = url.protocol === 'http:' ? http : https;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const call = request(url, {
      method,
      headers: { 'Accept-Encoding': 'identity', ...headers, ...lengthOf(body) },
      signal,
      agent: agents[url.protocol as keyof typeof agents], // `demandOpen` lets no other protocol pass
      lookup: guardedLookup(guard),
    });
    call.on('error', reject).on('response', resolve);
    call.end(body);
  });
  return replyOf(answer, wish.bytesMax);
}

/** @throws OutboundRefused */
function demandOpen(url: URL, guard: AddressGuard): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isNamed = guard.isNamed(host);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isNamed))
    throw new OutboundRefused('scheme-not-allowed');
  if (url.port !== '' && !isNamed) throw new OutboundRefused('port-not-allowed');
  // Node looks no name up where the host is an address already.
  if (isIP(host) !== 0 && !isNamed && !guard.isOpen(host)) throw new OutboundRefused('address-closed');
}

async function replyOf(answer: IncomingMessage, bytesMax: number): Promise<OutboundReply> {
  const status = answer.statusCode ?? 0;
  const encoding = answer.headers['content-encoding'] ?? 'identity';
  const refusal = status >= 300 && status < 400 ? 'redirected' : encoding === 'identity' ? undefined : 'encoded';
  if (refusal !== undefined) {
    answer.destroy();
    throw new OutboundRefused(refusal);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer) {
    // Without setEncoding an answer yields buffers; leaving the loop ends the connection.
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > bytesMax) return { status, bytes: undefined };
    chunks.push(bytes);
  }
  return { status, bytes: Buffer.concat(chunks) };
}

function lengthOf(body: Uint8Array | string | undefined): Record<string, string> {
  return body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
}

/** Settings do not change while a process lives, but tests start services as they go. */
function guardOfEnvironment(): AddressGuard {
  return addressGuard(outboundSettingsFromEnvironment(process.env));
}
