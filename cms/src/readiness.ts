import type { Core } from '@strapi/strapi';
import { readinessOf } from '@linggong/core';

/** `/_ready`: 200 once the platform may be used, 503 before. `/_health` (alive) is Strapi's own. */
export function serveReadiness(strapi: Core.Strapi): void {
  strapi.server.use(async (http, next) => {
    if (http.path !== '/_ready') return next();
    const { ready } = readinessOf(strapi);
    http.status = ready ? 200 : 503;
    http.body = { ready };
  });
}
