import { taxConsole } from './console';
import { taxRoutes } from './routes';

/** The Strapi plugin: routes only. Its work for settlement is functions over the caller's transaction (see ../index). */
export default {
  register(): void {},
  routes: { api: taxRoutes, console: taxConsole },
};
