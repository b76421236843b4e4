import type { Core } from '@strapi/strapi';
import { problem } from '@linggong/core/domain';
import { boardGate, isBoardPath } from '../board/board-gate';
import { panelGate } from '../panel/panel-gate';
import { apiProblems } from './api-problems';
import { discreetLog } from './discreet-log';
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
  discreetLog(strapi.log);
  const registry: MiddlewareRegistry = strapi.get('middlewares');
  // Strapi's own logger writes addresses with their queries; ours stands around the errors, outermost of all.
  registry.extend('strapi::logger', () => () => undefined);
  registry.extend('strapi::errors', (current) => (config, context) => {
    const inner = current(config, context);
    return inner && requestLog(strapi, apiProblems(strapi, inner));
  });
  registry.extend('strapi::body', (current) => (config, context) => {
    const inner = current(config, context);
    return inner && gated(strapi, inner);
  });
}

/** Kit addresses read their bodies themselves; everything else passes the gate before its body is read. */
function gated(strapi: Core.Strapi, inner: Core.MiddlewareHandler): Core.MiddlewareHandler {
  const panel = panelGate(strapi, quietBody(inner));
  const board = boardGate(strapi);
  return (ctx, next) => {
    if (isKitPath(ctx.path)) return next();
    return isBoardPath(ctx.path) ? board(ctx, next) : panel(ctx, next);
  };
}

/** Strips a parser's error of the input that it quotes. */
function quietBody(inner: Core.MiddlewareHandler): Core.MiddlewareHandler {
  return async (ctx, next) => {
    try {
      return await inner(ctx, next);
    } catch (error) {
      throw isParserError(error) ? problem(400, 'body-not-valid', unusable) : error;
    }
  };
}

const unusable = { zh: '请求内容无法读取', en: 'The request body cannot be read' };

/** co-body hangs the whole body onto its error, and newer parsers quote it in the message. */
function isParserError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === 400 && 'body' in error;
}
