import type { Core } from '@strapi/strapi';
import { databaseOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { byHandRoutes } from './by-hand/routes';
import { ledgerConsole } from './console';
import { ledgerRoutes } from './trial-balance-routes';
import { proveBooks } from './prove-books';

/** The Strapi plugin: routes and the nightly proof. Its other work is functions over the caller's transaction (see ../index). */
export default {
  register(): void {},
  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    jobsOf(strapi).handle('ledger.verify', () => proveBooks(databaseOf(strapi)));
  },
  routes: { api: ledgerRoutes, byHand: byHandRoutes, console: ledgerConsole },
};
