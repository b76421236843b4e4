import { createHash, createHmac } from 'node:crypto';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text, 'utf8').digest();

export interface Tc3Request {
  readonly secretId: string;
  readonly secretKey: string;
  /** Such as `ess`. */
  readonly service: string;
  readonly host: string;
  readonly action: string;
  readonly payload: string;
  readonly at: Date;
}

export const tc3ContentType = 'application/json; charset=utf-8';

/** `Authorization` of a POST to Tencent Cloud by TC3-HMAC-SHA256, signing content type, host and action. */
export function tc3Authorization({ secretId, secretKey, service, host, action, payload, at }: Tc3Request): string {
  const signedHeaders = 'content-type;host;x-tc-action';
  const headers = `content-type:${tc3ContentType}\nhost:${host}\nx-tc-action:${action.toLowerCase()}\n`;
  const canonical = ['POST', '/', '', headers, signedHeaders, sha256(payload)].join('\n');
  const seconds = Math.floor(at.getTime() / 1000);
  // The day of the credential scope is that of UTC, not of Shanghai.
  const day = new Date(seconds * 1000).toISOString().slice(0, 10);
  const scope = `${day}/${service}/tc3_request`;
  const text = ['TC3-HMAC-SHA256', String(seconds), scope, sha256(canonical)].join('\n');
  const key = hmac(hmac(hmac(`TC3${secretKey}`, day), service), 'tc3_request');
  const signature = hmac(key, text).toString('hex');
  return `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
}
