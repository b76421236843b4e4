import type { Core } from '@strapi/strapi';
import type { Account } from '../http/account';
import { traceIdOf, type HttpContext } from '../http/http-context';

/**
 * One line a request: method, the route's pattern, status, time, trace, role and account number. Never the address as it was
 * called: somebody will put a name or a number into it, whatever the document says.
 */
export function requestLog(strapi: Core.Strapi, inner: Core.MiddlewareHandler): Core.MiddlewareHandler {
  return async (ctx, next) => {
    const start = process.hrtime.bigint();
    ctx.set('X-Request-Id', traceIdOf(ctx));
    try {
      await inner(ctx, next);
    } finally {
      // Strapi's greeting on /_health names what the server is made of.
      ctx.remove('strapi');
      const milliseconds = Number((process.hrtime.bigint() - start) / 1_000_000n);
      strapi.log.http(
        `${ctx.method} ${patternOf(ctx)} ${ctx.status} ${milliseconds} ms ${traceIdOf(ctx)} ${callerOf(ctx)}`,
      );
    }
  };
}

function patternOf(ctx: HttpContext): string {
  // Set by the router; the last match is the route itself.
  const pattern: unknown = ctx['_matchedRoute'];
  return typeof pattern === 'string' ? pattern : '(unmatched)';
}

function callerOf(ctx: HttpContext): string {
  // Set by the kit after authentication.
  const account = ctx.state['account'] as Account | undefined;
  return account?.name ?? '-';
}
