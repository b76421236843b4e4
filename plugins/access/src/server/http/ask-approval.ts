import type { Core } from '@strapi/strapi';
import { ruleFor } from '@linggong/config/access';
import { askedAnswer } from '../../api/approval';
import { answerUnder, groundOf } from '../elevations/ground-of';
import { askFirst } from '../approvals/ask-first';
import { decideNatively } from '../approvals/decide-natively';
import { APPROVAL_HEADER, redeem } from '../approvals/redeem';
import type { RawInput } from '../approvals/in-process';
import type { Call, LooseAnswer, Route } from './route';

/**
 * Between parsing and handler: an operation that the matrix marks is asked of a second person instead of done, and one by which
 * the business decides takes the decision along. An elevation whose grantor has let the caller do it for a while stands for the
 * second person, for what lies within its scope and nothing else.
 */
export async function throughApproval(
  strapi: Core.Strapi,
  route: Route,
  call: Call,
  raw: RawInput,
): Promise<LooseAnswer> {
  const ground = needsSecond(route, call) ? await groundOf(strapi, route, call) : undefined;
  if (!ground) return askedOrDone(strapi, route, call, raw);
  return answerUnder(strapi, route, { call, ground }, (under) =>
    ground.instead ? route.handle(under) : askedOrDone(strapi, route, under, raw),
  );
}

async function askedOrDone(strapi: Core.Strapi, route: Route, call: Call, raw: RawInput): Promise<LooseAnswer> {
  const mode = needsSecond(route, call) ? waitingMode(route) : undefined;
  const approval = mode === 'redeem' ? call.http.header(APPROVAL_HEADER) : undefined;
  if (approval !== undefined) return redeem(strapi, route, call, approval);
  if (mode !== undefined && !(await route.isSmall?.(call))) return askFirst(strapi, route, call, raw);
  if (route.decides) return decideNatively(strapi, route, call, (remember) => route.handle({ ...call, remember }));
  return route.handle(call);
}

/** Whether this caller needs a second person for it: not where the matrix spares his role, which reaches its own rows alone. */
function needsSecond(route: Route, { account }: Call): boolean {
  return route.public || !ruleFor(route.resource, route.action)?.approval?.spares?.includes(account.role);
}

/** How an operation waits for somebody else; undefined where it does not, or the business itself decides. */
export function waitingMode(route: Pick<Route, 'public' | 'resource' | 'action'>): 'replay' | 'redeem' | undefined {
  const mode = route.public ? undefined : ruleFor(route.resource, route.action)?.approval?.mode;
  return mode === 'native' ? undefined : mode;
}

/** The route with the answer that it gives instead of its own: 202, nothing done yet. */
export function withAskedAnswer(route: Route): Route {
  return waitingMode(route) ? { ...route, answers: { ...route.answers, 202: askedAnswer } } : route;
}

/**
 * What a mark of the matrix demands of the route: without it a request could not be taken back when rehearsed, nor its end be
 * one commit with its effect.
 * @throws Error at start
 */
export function demandMarks(route: Route): void {
  const name = `${route.method} ${route.path}`;
  const waiting = waitingMode(route);
  if (waiting && (route.upload || !route.shows)) {
    throw new Error(`${name} waits for a second person: it has to show itself, and to be no upload`);
  }
  if (waiting === 'replay' && !route.remembers) throw new Error(`${name} is done for its maker: it has to remember`);
  // The database holds what is redeemed against what was shown, whole: a field that moves would void every such request.
  if (route.moving && waiting !== 'replay') {
    throw new Error(
      `${name}: something of what it shows may move by itself only where it is done for its maker (replay)`,
    );
  }
  if (route.decides && !route.remembers) throw new Error(`${name} decides: it has to remember`);
  const { mode, unless = [] } = ruleFor(route.resource, route.action)?.approval ?? {};
  if (unless.includes('small') !== (route.isSmall !== undefined)) {
    throw new Error(`${name}: the matrix and the operation disagree about small calls`);
  }
  if (unless.includes('elevated') !== (route.elevated !== undefined)) {
    throw new Error(`${name}: the matrix and the operation disagree about elevations`);
  }
  if (mode === 'native' && !route.decides) throw new Error(`${name} is marked as deciding and does not say what`);
}
