import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { languageOf } from '../../domain/language';
import type { Locale } from './account';

/** Koa's context as Strapi hands it on. */
export type HttpContext = Parameters<Core.MiddlewareHandler>[0];

/** The trace id of a request: the caller's `X-Request-Id` where it is well formed, else a new one. Stays for the request. */
export function traceIdOf(ctx: HttpContext): string {
  const known: unknown = ctx.state['traceId'];
  if (typeof known === 'string') return known;
  const sent = ctx.get('X-Request-Id');
  const traceId = /^[A-Za-z0-9_-]{8,64}$/.test(sent) ? sent : randomUUID();
  ctx.state['traceId'] = traceId;
  return traceId;
}

export function localeOf(ctx: HttpContext): Locale {
  return languageOf(ctx.get('Accept-Language'));
}
