import type { Core } from '@strapi/strapi';
import { problem, type Problem, type Text2 } from '@linggong/core/domain';
import type { HttpContext } from '../http/http-context';
import { bodyTooLarge, notAllowed, notSignedIn } from '../http/problems';
import { sendProblem } from '../http/send';
import { isApiPath } from './own-paths';

/**
 * Stands around Strapi's own error middleware. What goes wrong outside of the kit leaves without a word of what was sent: refusals of
 * ours and faults as problem details, and under `/api` whatever Strapi itself answers too – unknown addresses, methods, bodies.
 */
export function apiProblems(strapi: Core.Strapi, inner: Core.MiddlewareHandler): Core.MiddlewareHandler {
  return async (ctx, next) => {
    await inner(ctx, async () => {
      try {
        await next();
      } catch (error) {
        if (isUnusableValue(error)) sendProblem(strapi, ctx, refusalOf(400));
        else if (isStrapiRefusal(error)) throw error;
        else sendProblem(strapi, ctx, error);
      }
    });
    if (isApiPath(ctx.path) && ctx.status >= 400 && !isProblem(ctx)) sendProblem(strapi, ctx, refusalOf(statusOf(ctx)));
  };
}

/** Strapi's own classes and those of http-errors, which its error middleware answers without logging. */
function isStrapiRefusal(error: unknown): boolean {
  return error instanceof Error && ('details' in error || ('expose' in error && error.expose === true));
}

const unusableFormats = /^Invalid(?:Date|Datetime|Time|Relation)Format$/;

/**
 * A value that is none of its column's type (class 22 of PostgreSQL, or found by Strapi just before), or a column that a query of the
 * panel names and no table has (42703). Messages quote what was sent.
 */
function isUnusableValue(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code: unknown = Reflect.get(error, 'code');
  return unusableFormats.test(error.name) || (typeof code === 'string' && /^(?:22\w{3}|42703)$/.test(code));
}

/** Strapi's catch-all for public files takes GET on any address, so its router says 405 where there is nothing: that is 404. */
function statusOf(ctx: HttpContext): number {
  // Set by the router: every layer whose path fits, whatever its method.
  const matched = (ctx['matched'] ?? []) as { path: string | RegExp; methods: string[] }[];
  const isKnown = matched.some(({ path, methods }) => methods.length > 0 && String(path).startsWith('/api'));
  return ctx.status === 405 && !isKnown ? 404 : ctx.status;
}

function isProblem(ctx: HttpContext): boolean {
  return String(ctx.response.get('Content-Type')).startsWith('application/problem+json');
}

const plainRefusals: Readonly<Record<number, { code: string; text: Text2 }>> = {
  400: { code: 'request-invalid', text: { zh: '请求不正确', en: 'The request is not valid' } },
  404: { code: 'not-found', text: { zh: '没有此地址', en: 'There is no such address' } },
  405: { code: 'method-not-allowed', text: { zh: '此地址不支持该方法', en: 'This address does not take this method' } },
  415: { code: 'media-type-unknown', text: { zh: '不支持此内容类型', en: 'This content type is not supported' } },
  429: { code: 'too-many-requests', text: { zh: '请求过于频繁', en: 'Too many requests' } },
  501: { code: 'method-unknown', text: { zh: '不支持此方法', en: 'This method is not supported' } },
};

/** Undefined (a fault) for statuses of 500 and more, which `sendProblem` tells by its trace id only. */
function refusalOf(status: number): Problem | undefined {
  if (status === 401) return notSignedIn();
  if (status === 403) return notAllowed();
  if (status === 413) return bodyTooLarge(1_048_576);
  const plain = plainRefusals[status] ?? (status < 500 ? plainRefusals[400] : undefined);
  return plain && problem(status, plain.code, plain.text);
}
