import type { Core } from '@strapi/strapi';
import { auditList, verifyAuditLog } from '@linggong/audit';
import { databaseOf } from '@linggong/core';
import {
  deliveryList,
  jobList,
  jobsOf,
  listDeliveries,
  listJobs,
  readJob,
  repeatEvent,
  repeatJob,
} from '@linggong/jobs';
import { accountList } from './accounts/console-accounts';
import { managedAccountRoutes } from './accounts/routes';
import { sweep } from './accounts/sweep';
import { boardRoutes } from './board/routes';
import { consoleResource } from './console/console-resource';
import { consoleRoutes } from './console/console-routes';
import { route } from './http/define-route';
import { apiRoutes, rootRoutes } from './http/router';
import { createRouteRegistry } from './http/route-registry';
import { extendStrapi } from './middlewares/extend-strapi';
import { docsRoutes } from './openapi/docs-routes';
import { matrixRoutes } from './matrix/routes';
import { panelRoutes } from './panel/routes';
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
    // jobs and audit stand below this plugin: they say what their routes are, and it serves them.
    v1: apiRoutes([
      ...accountRoutes,
      ...managedAccountRoutes,
      ...matrixRoutes,
      ...panelRoutes,
      ...boardRoutes,
      ...docsRoutes,
      route(listJobs),
      route(readJob),
      route(repeatJob),
      route(listDeliveries),
      route(repeatEvent),
      route(verifyAuditLog),
    ]),
    auth: rootRoutes(signInRoutes),
    console: consoleRoutes([
      accountList,
      consoleResource(jobList),
      consoleResource(deliveryList),
      consoleResource(auditList),
    ]),
  },
};
