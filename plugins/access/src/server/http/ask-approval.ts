import type { Core } from '@strapi/strapi';
import { ruleFor } from '@linggong/config/access';
import { askedAnswer } from '../../api/approval';
import { askFirst } from '../approvals/ask-first';
import { decideNatively } from '../approvals/decide-natively';
import type { RawInput } from '../approvals/in-process';
import type { Call, LooseAnswer, Route } from './route';

/**
 * Between parsing and handler: an operation that the matrix marks is asked of a second person instead of done, and one by which
 * the business decides takes the decision along.
 */
export function throughApproval(strapi: Core.Strapi, route: Route, call: Call, raw: RawInput): Promise<LooseAnswer> {
  if (waits(route)) return askFirst(strapi, route, call, raw);
  if (route.decides) return decideNatively(strapi, route, call, (remember) => route.handle({ ...call, remember }));
  return route.handle(call);
}

/** Whether an operation is kept until somebody else approved it. */
function waits(route: Route): boolean {
  return !route.public && ruleFor(route.resource, route.action)?.approval?.mode === 'replay';
}

/** The route with the answer that it gives instead of its own: 202, nothing done yet. */
export function withAskedAnswer(route: Route): Route {
  return waits(route) ? { ...route, answers: { ...route.answers, 202: askedAnswer } } : route;
}

/**
 * What a mark of the matrix demands of the route: without it a request could not be taken back when rehearsed, nor its end be
 * one commit with its effect.
 * @throws Error at start
 */
export function demandMarks(route: Route): void {
  const name = `${route.method} ${route.path}`;
  if (waits(route) && (!route.remembers || route.upload || !route.shows)) {
    throw new Error(`${name} waits for a second person: it has to remember, to show itself, and to be no upload`);
  }
  if (route.decides && !route.remembers) throw new Error(`${name} decides: it has to remember`);
  const mode = ruleFor(route.resource, route.action)?.approval?.mode;
  if (mode === 'native' && !route.decides) throw new Error(`${name} is marked as deciding and does not say what`);
}
