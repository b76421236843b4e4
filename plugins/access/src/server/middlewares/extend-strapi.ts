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
  // Strapi's own logger writes addresses with their queries; ours stands around the errors, outermost of all.
  registry.extend('strapi::logger', () => () => undefined);
  registry.extend('strapi::errors', (current) => (config, context) => {
    const inner = current(config, context);
    return inner && requestLog(strapi, apiProblems(strapi, inner));
  });
  registry.extend('strapi::body', (current) => (config, context) => {
    const inner = current(config, context);
    return inner && ownBodiesApart(inner);
  });
}

/** Kit addresses read their bodies themselves; elsewhere a parser's error is stripped of the input that it quotes. */
function ownBodiesApart(inner: Core.MiddlewareHandler): Core.MiddlewareHandler {
  return async (ctx, next) => {
    if (isKitPath(ctx.path)) return next();
    try {
      return await inner(ctx, next);
    } catch (error) {
      throw isParserError(error) ? Object.assign(new Error('The request body is not valid'), { status: 400 }) : error;
    }
  };
}

/** co-body hangs the whole body onto its error, and newer parsers quote it in the message. */
function isParserError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === 400 && 'body' in error;
}
