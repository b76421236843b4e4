import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What a vendor's front door sees of one request. */
export interface SeenRequest {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly body: string;
}

export interface Keys {
  readonly id: string;
  readonly secret: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
const headerOf = ({ request }: SeenRequest, name: string): string => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
};

/** A clock that is five minutes off makes a signature worthless, here as at the vendor. */
const SECONDS_OFF_MAX = 300;
const isFresh = (seconds: number, nowMs: number): boolean => Math.abs(nowMs / 1_000 - seconds) <= SECONDS_OFF_MAX;

/**
 * TC3-HMAC-SHA256 as Tencent Cloud documents it, written from the description and not from the SDK: canonical request over
 * method, path, query, the signed headers and the hash of the body; key by date, service and `tc3_request`.
 * @returns the code with which Tencent refuses, or undefined
 */
export function tencentFault(seen: SeenRequest, keys: Keys, service: string, nowMs: number): string | undefined {
  const shape =
    /^TC3-HMAC-SHA256 Credential=([^/]+)\/(\d{4}-\d\d-\d\d)\/([a-z]+)\/tc3_request, SignedHeaders=([a-z;-]+), Signature=([0-9a-f]{64})$/;
  const [, id, date, scope, signed = '', signature = ''] = shape.exec(headerOf(seen, 'authorization')) ?? [];
  if (id === undefined || scope !== service) return 'AuthFailure.SignatureFailure';
  if (id !== keys.id) return 'AuthFailure.SecretIdNotFound';
  const timestamp = headerOf(seen, 'x-tc-timestamp');
  if (!isFresh(Number(timestamp), nowMs)) return 'AuthFailure.SignatureExpire';
  if (date !== new Date(Number(timestamp) * 1_000).toISOString().slice(0, 10)) return 'AuthFailure.SignatureFailure';
  if (!signed.split(';').includes('host') || !signed.split(';').includes('content-type'))
    return 'AuthFailure.SignatureFailure';
  const headers = signed.split(';').map((name) => `${name}:${headerOf(seen, name).trim()}\n`);
  const { pathname, search } = seen.url;
  const canonical = ['POST', pathname, search.slice(1), headers.join(''), signed, sha256(seen.body)].join('\n');
  const toSign = ['TC3-HMAC-SHA256', timestamp, `${date}/${service}/tc3_request`, sha256(canonical)].join('\n');
  const key = hmac(hmac(hmac(`TC3${keys.secret}`, date), service), 'tc3_request');
  return same(hmac(key, toSign).toString('hex'), signature) ? undefined : 'AuthFailure.SignatureFailure';
}

const percent = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * ACS3-HMAC-SHA256 as Alibaba Cloud documents it: every `x-acs-` header, host and content type must be signed, and
 * `x-acs-content-sha256` must be the hash of the body that came.
 * @returns the code with which the gateway refuses, or undefined
 */
export function aliyunFault(seen: SeenRequest, keys: Keys, nowMs: number): string | undefined {
  const shape = /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([a-z0-9;-]+),Signature=([0-9a-f]{64})$/;
  const [, id, signed = '', signature = ''] = shape.exec(headerOf(seen, 'authorization')) ?? [];
  if (id === undefined) return 'SignatureDoesNotMatch';
  if (id !== keys.id) return 'InvalidAccessKeyId.NotFound';
  if (!isFresh(Date.parse(headerOf(seen, 'x-acs-date')) / 1_000, nowMs)) return 'InvalidTimeStamp';
  const names = signed.split(';');
  const mustBeSigned = Object.keys(seen.request.headers).filter(
    (name) => name.startsWith('x-acs-') || name === 'host' || name === 'content-type',
  );
  if (mustBeSigned.some((name) => !names.includes(name))) return 'SignatureDoesNotMatch';
  const hash = sha256(seen.body);
  if (headerOf(seen, 'x-acs-content-sha256') !== hash) return 'SignatureDoesNotMatch';
  const query = [...seen.url.searchParams].map(([name, value]) => `${percent(name)}=${percent(value)}`).sort();
  const headers = names.map((name) => `${name}:${headerOf(seen, name).trim()}\n`).join('');
  const canonical = ['POST', seen.url.pathname, query.join('&'), headers, signed, hash].join('\n');
  const toSign = `ACS3-HMAC-SHA256\n${sha256(canonical)}`;
  return same(hmac(keys.secret, toSign).toString('hex'), signature) ? undefined : 'SignatureDoesNotMatch';
}
