import type { Core } from '@strapi/strapi';
import { databaseOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { accountList } from './accounts/console-accounts';
import { sweep } from './accounts/sweep';
import { consoleRoutes } from './console/console-routes';
import { apiRoutes, rootRoutes } from './http/router';
import { createRouteRegistry } from './http/route-registry';
import { extendStrapi } from './middlewares/extend-strapi';
import { docsRoutes } from './openapi/docs-routes';
import { accountRoutes, signInRoutes } from './sign-in/routes';

export default {
  register({ strapi }: { strapi: Core.Strapi }): void {
    extendStrapi(strapi);
  },

  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    jobsOf(strapi).handle('access.sweep', async (_job, { at }) => ({ ...(await sweep(databaseOf(strapi), at)) }));
  },

  services: { routeRegistry: createRouteRegistry },
  routes: {
    v1: apiRoutes([...accountRoutes, ...docsRoutes]),
    auth: rootRoutes(signInRoutes),
    console: consoleRoutes([accountList]),
  },
};
