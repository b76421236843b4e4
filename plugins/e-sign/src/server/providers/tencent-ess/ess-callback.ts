import { createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import { at, jsonOf, textAt } from '../reply-json';
import type { CallbackMessage, CallbackNews } from '../signature-provider';

export interface EssCallbackKeys {
  /** CallbackUrlKey: 32 characters; the vector is its first sixteen. */
  readonly callbackKey: string | undefined;
  readonly callbackToken: string | undefined;
}

/** What is heard: any change of a flow. */
const heardType = 'FlowStatusChange';

/** `sha256=` and the hex of HMAC-SHA256(token, raw body), as `Content-Signature` has it (qian.tencent.com callback_types_v2). */
export function essCallbackSignature(token: string, body: Buffer): string {
  return `sha256=${createHmac('sha256', token).update(body).digest('hex')}`;
}

/**
 * Checks who speaks, then opens what he says: `{"encrypt": base64}` by AES-256-CBC. Without key and token of our own nobody is
 * believed. The message has no time of its own that is signed, so that only the receipt of its bytes makes it unrepeatable.
 */
export function readEssCallback(
  { callbackKey, callbackToken }: EssCallbackKeys,
  { headers, body }: CallbackMessage,
): CallbackNews | undefined {
  if (callbackKey === undefined || callbackToken === undefined) return undefined;
  const expected = Buffer.from(essCallbackSignature(callbackToken, body));
  const signature = Buffer.from(headers['content-signature'] ?? '');
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return undefined;
  const message = opened(callbackKey, textAt(jsonOf(body), 131_072, 'encrypt') ?? '');
  if (textAt(message, 64, 'MsgType') !== heardType) return undefined;
  const news = at(message, 'MsgData');
  const flowId = textAt(news, 128, 'FlowId');
  return flowId === undefined ? undefined : { flowId, reference: referenceOf(textAt(news, 256, 'UserData')) };
}

function opened(key: string, encrypted: string): unknown {
  try {
    const decipher = createDecipheriv('aes-256-cbc', Buffer.from(key), Buffer.from(key.slice(0, 16)));
    return jsonOf(Buffer.concat([decipher.update(Buffer.from(encrypted, 'base64')), decipher.final()]));
  } catch {
    return undefined;
  }
}

/** What was handed in with the flow comes back as it was: base64 of our reference. */
function referenceOf(userData: string | undefined): string | undefined {
  const text = userData === undefined ? '' : Buffer.from(userData, 'base64').toString('utf8');
  return /^[A-Za-z0-9-]{1,40}$/.test(text) ? text : undefined;
}
