import type { Core } from '@strapi/strapi';
import { databaseOf, operatingFiguresOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { byHandRoutes } from './by-hand/routes';
import { ledgerConsole } from './console';
import { ledgerRoutes } from './trial-balance-routes';
import { proveBooks } from './prove-books';
import { operatingFigures } from './operating-figures';

/** The Strapi plugin: routes and the nightly proof. Its other work is functions over the caller's transaction (see ../index). */
export default {
  register(): void {},
  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    operatingFiguresOf(strapi).register(operatingFigures);
    jobsOf(strapi).handle('ledger.verify', () => proveBooks(databaseOf(strapi)));
  },
  routes: { api: ledgerRoutes, byHand: byHandRoutes, console: ledgerConsole },
};
