import type { IncomingMessage } from 'node:http';
import { route, type Route } from '@linggong/access';
import { problem } from '@linggong/core/domain';
import { z } from 'zod';
import { callbackTaken } from '../../api';
import { toolsOf } from '../services';
import { receiveCallback } from './receive-callback';

const bytesMax = 131_072;
const valueMax = 512;

function tooLong(): Error {
  return problem(413, 'body-too-large', { zh: '回调内容过长', en: 'The call-back is too long' });
}

/** The raw bytes: the signature is over them, not over what they mean. */
async function rawBody(request: IncomingMessage): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > bytesMax) {
    request.resume();
    throw tooLong();
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    // Without setEncoding a request yields buffers.
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > bytesMax) {
      request.resume();
      throw tooLong();
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function headersOf({ headers }: IncomingMessage): Record<string, string | undefined> {
  const flat = Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value] as const);
  return Object.fromEntries(flat);
}

/** Services may be given an address with a query of ours; its values are signed with the rest. */
const query = z.strictObject({ key: z.string().max(valueMax).optional() });

/** One door for each service. Whoever knocks is known by the signature of what he brings. */
const callback = (provider: string): Route =>
  route({
    method: 'POST',
    path: `/e-sign/callbacks/${provider}`,
    resource: 'signature-callback',
    action: provider,
    summary: { zh: `电子签名服务回调（${provider}）`, en: `Call-back of an e-signature service (${provider})` },
    description: {
      zh: '仅供电子签名服务调用；验签、防重放。收到后由后台任务查询真实状态，回调内容本身不作为依据。',
      en: 'For the service only; its signature is verified, the same message twice does nothing. A job then asks for the true state.',
    },
    public: true,
    limit: 'call-back',
    query,
    upload: true,
    answers: { 200: callbackTaken },
    handle: async ({ strapi, command, http, query: sent }) => {
      const message = {
        headers: headersOf(http.request),
        query: new Map(Object.entries(sent).filter((pair): pair is [string, string] => pair[1] !== undefined)),
        body: await rawBody(http.request),
      };
      await receiveCallback(toolsOf(strapi), command, provider, message);
      return { status: 200, body: { code: '200' as const, msg: 'success' as const } };
    },
  });

export const callbackRoutes: readonly Route[] = [callback('esign-cn'), callback('tencent-ess')];
