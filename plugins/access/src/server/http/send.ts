import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import {
  collided,
  databaseAway,
  isCollision,
  isDatabaseAway,
  isStorageFull,
  spanNow,
  storageFull,
} from '@linggong/core';
import { Problem } from '@linggong/core/domain';
import { faultSummary } from '../../domain/fault-summary';
import { checkAnswer } from './check-answer';
import { maskAnswer } from './mask-answer';
import { localeOf, traceIdOf, type HttpContext } from './http-context';
import { answerJson, problemBody } from './problem-answer';
import { unknownFault } from './problems';
import type { LooseAnswer, Route } from './route';

/** Sends what a handler answered: JSON by the declared schema, or a file as it is. */
export function sendAnswer(ctx: HttpContext, route: Route, answer: LooseAnswer): void {
  const schema = route.answers[answer.status];
  if (!schema) throw new Error(`${route.method} ${route.path} answered an undeclared status ${answer.status}`);
  ctx.set({ 'Cache-Control': 'no-store', 'X-Request-Id': traceIdOf(ctx) });
  ctx.status = answer.status;
  if ('binary' in schema) {
    ctx.type = schema.contentType;
    ctx.set({ ...answer.headers });
    if (answer.body instanceof Readable) breakOffWith(ctx, answer.body);
    ctx.body = answer.body instanceof Readable || Buffer.isBuffer(answer.body) ? answer.body : String(answer.body);
    return;
  }
  const body = spanNow('masking', () => maskAnswer(route, ctx.state['account'], answer.body));
  checkAnswer(route, schema, body);
  ctx.set({ ...answer.headers });
  sendJson(ctx, 'application/json', answerJson(body));
}

/**
 * A file that breaks in the middle breaks its connection: Koa would leave the client waiting, and half a file must never end in order.
 * Before the first byte Koa answers the fault itself.
 */
function breakOffWith({ res }: HttpContext, file: Readable): void {
  file.once('error', () => {
    if (res.headersSent) res.destroy();
  });
}

/** Sends a refusal; anything that is not a `Problem` is a fault of ours: logged by its nature, told by its trace id only. */
export function sendProblem(strapi: Core.Strapi, ctx: HttpContext, error: unknown): void {
  const traceId = traceIdOf(ctx);
  const refusal = refusalOf(error);
  if (refusal !== error) strapi.log.error(`fault traceId=${traceId} ${faultSummary(error)}`);
  ctx.set({ 'Cache-Control': 'no-store', 'X-Request-Id': traceId });
  if (refusal.status === 413) ctx.set('Connection', 'close');
  const seconds = refusal.extra?.['retryAfterSeconds'];
  if (typeof seconds === 'number') ctx.set('Retry-After', String(seconds));
  if (refusal.status === 401) ctx.set('WWW-Authenticate', 'Bearer');
  ctx.status = refusal.status;
  const locale = localeOf(ctx);
  ctx.set({ 'Content-Language': locale === 'zh' ? 'zh-CN' : 'en', Vary: 'Accept-Language' });
  sendJson(ctx, 'application/problem+json', answerJson(problemBody(refusal, locale, traceId)));
}

/** Strapi's own pool meets a server that is away as ours does, and says it in the driver's words. */
function refusalOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isStorageFull(error)) return storageFull();
  if (isCollision(error)) return collided();
  return isDatabaseAway(error) ? databaseAway() : unknownFault();
}

function sendJson(ctx: HttpContext, type: string, json: string): void {
  ctx.body = json;
  ctx.set('Content-Type', `${type}; charset=utf-8`);
}
