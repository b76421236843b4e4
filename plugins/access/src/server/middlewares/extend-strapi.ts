import type { Core } from '@strapi/strapi';
import { apiProblems } from './api-problems';
import { isKitPath } from './own-paths';
import { requestLog } from './request-log';

type Factory = (config: object, context: { strapi: Core.Strapi }) => Core.MiddlewareHandler | undefined;

interface MiddlewareRegistry {
  extend(uid: string, change: (current: Factory) => Factory): void;
}

/**
 * Puts the kit's manners around Strapi's own middlewares, at the place that Strapi gives for it. Must run in `register`: Strapi
 * builds its middlewares after that.
 */
export function extendStrapi(strapi: Core.Strapi): void {
  const registry: MiddlewareRegistry = strapi.get('middlewares');
  registry.extend('strapi::logger', () => () => requestLog(strapi));
  registry.extend('strapi::errors', (current) => (config, context) => {
    const inner = current(config, context);
    return inner && apiProblems(strapi, inner);
  });
  registry.extend('strapi::body', (current) => (config, context) => {
    const inner = current(config, context);
    return inner && ((ctx, next) => (isKitPath(ctx.path) ? next() : inner(ctx, next)));
  });
}
