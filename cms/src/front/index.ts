import { requestLimits, settingsFromEnvironment } from '@linggong/config';
import type { Core } from '@strapi/strapi';
import { requestGuard } from './request-guard';
import { setSecurityHeaders } from './security-headers';
import { trustProxies } from './trusted-proxies';

export { styleNonceOf } from './security-headers';
export { frontWithTls, redirectServer } from './tls-front';

/** What stands in front of every address: headers, bounds, and the guard that `config/src/strapi/middlewares.ts` puts in its place. */
export function installFront(strapi: Core.Strapi): void {
  setSecurityHeaders(strapi);
  const { http } = settingsFromEnvironment(process.env);
  const middlewares: { set(uid: string, factory: () => Core.MiddlewareHandler): unknown } = strapi.get('middlewares');
  middlewares.set('global::request-guard', () => requestGuard(http.publicUrl));
  middlewares.set('strapi::security', () => (_http, next) => next());
  const { httpServer } = strapi.server;
  trustProxies(httpServer, http);
  httpServer.maxConnections = requestLimits.connectionsMax;
  httpServer.maxHeadersCount = requestLimits.headersMax;
}
