import { randomBytes } from 'node:crypto';
import { areaOf, securityHeaders } from '@linggong/config';
import type { Core } from '@strapi/strapi';

type Context = Parameters<Core.MiddlewareHandler>[0];

/**
 * Stands in front of everything that this server answers, so that nothing leaves without the headers of its area. They are on the
 * answer before anybody works on it: a fault on the way keeps them too.
 */
export function setSecurityHeaders(strapi: Core.Strapi): void {
  strapi.server.use(async (http, next) => {
    const headers = securityHeaders(areaOf(http.path), styleNonceOf(http), http.secure);
    http.set({ ...headers });
    try {
      await next();
    } catch (error) {
      // Koa answers what reaches it, after it has dropped every header but those of the error itself.
      if (error instanceof Error) Object.assign(error, { headers });
      throw error;
    }
  });
}

/** The nonce (一次性随机数) of this delivery: 128 random bits, in the page and in its policy. */
export function styleNonceOf(http: Context): string {
  const known: unknown = http.state['styleNonce'];
  if (typeof known === 'string') return known;
  const nonce = randomBytes(16).toString('base64url');
  http.state['styleNonce'] = nonce;
  return nonce;
}
