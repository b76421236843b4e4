import { ledgerConsole } from './console';
import { ledgerRoutes } from './trial-balance-routes';

/** The Strapi plugin: routes only. Its work is functions over the caller's transaction (see ../index). */
export default {
  register(): void {},
  routes: { api: ledgerRoutes, console: ledgerConsole },
};
