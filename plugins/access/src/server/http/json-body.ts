import type { IncomingMessage } from 'node:http';
import { isShapeExcessive } from '../../domain/json-shape';
import { bodyNotJson, bodyShapeExcessive, bodyTooLarge, mediaTypeUnknown } from './problems';

/**
 * Reads a JSON body, never more than its bound. Strapi's own parser is kept away from our routes because it reads before
 * anybody is authenticated and quotes the body in its errors.
 * @returns the parsed value, or undefined for an empty body
 * @throws Problem 413, 415, 400 `body-not-json` or `body-shape-excessive`
 */
export async function jsonBody(request: IncomingMessage, bytesMax: number): Promise<unknown> {
  if (isEmpty(request)) return undefined;
  checkMediaType(request);
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > bytesMax) throw bodyTooLarge(bytesMax);
  const bytes = await boundedBytes(request, bytesMax);
  if (bytes.length === 0) return undefined;
  const value = parsed(bytes);
  if (isShapeExcessive(value)) throw bodyShapeExcessive();
  return value;
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    // The parser's message quotes the input, so it goes no further.
    throw bodyNotJson();
  }
}

function isEmpty(request: IncomingMessage): boolean {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  return encoding === undefined && (length === undefined || length === '0');
}

function checkMediaType(request: IncomingMessage): void {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (type !== 'application/json' || encoding !== 'identity') throw mediaTypeUnknown(['application/json']);
}

async function boundedBytes(request: IncomingMessage, bytesMax: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // A body that is refused in the middle must not take the line with it, or the refusal would never arrive.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    // Without setEncoding a request yields buffers.
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > bytesMax) {
      request.resume();
      throw bodyTooLarge(bytesMax);
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
