import type { Core } from '@strapi/strapi';
import { reachOf, watchedRoles } from '@linggong/config/access';
import { clockOf, span, type Command } from '@linggong/core';
import { rowScope, type RowScope } from '../../domain/row-scope';
import { demandSetUp } from '../accounts/set-up';
import { actorOf, type Account } from './account';
import { authenticate } from './authenticate';
import { traceIdOf, type HttpContext } from './http-context';
import { notAllowed, notSignedIn } from './problems';
import { recordLook } from './looks';
import { recordRefusal } from './refusals';
import type { Route } from './route';

/** Who calls, and which rows the matrix lets him touch by this operation. */
export interface Caller {
  /** Undefined on a public route alone. */
  readonly account: Account | undefined;
  readonly scope: RowScope;
}

/**
 * Who calls and whether he may, before anything that he sent is read. A refusal by the matrix is written down (R9.5).
 * @throws Problem 401 `not-signed-in`; 403 `password-change-required`, `second-factor-required` or `not-allowed`
 */
export function admit(strapi: Core.Strapi, route: Route, ctx: HttpContext): Promise<Caller> {
  return span('permission', () => admitted(strapi, route, ctx));
}

async function admitted(strapi: Core.Strapi, route: Route, ctx: HttpContext): Promise<Caller> {
  if (route.public) return { account: undefined, scope: { kind: 'all' } };
  const account = await authenticate(strapi, ctx);
  if (!account) throw notSignedIn();
  ctx.state['account'] = account;
  demandSetUp(account, route);
  const reach = reachOf(account.role, route.resource, route.action);
  if (reach === undefined) {
    await recordRefusal(strapi, route, callerCommand(strapi, ctx, account));
    throw notAllowed();
  }
  if (watchedRoles.includes(account.role)) await recordLook(strapi, route, ctx, callerCommand(strapi, ctx, account));
  return { account, scope: rowScope(reach, account) };
}

/** What every command of a request says of its caller. */
export function callerCommand(strapi: Core.Strapi, ctx: HttpContext, account: Account | undefined): Command {
  return {
    actor: account ? actorOf(account) : { kind: 'system', name: 'anonymous' },
    at: clockOf(strapi).now(),
    traceId: traceIdOf(ctx),
    address: ctx.ip,
    ...(account ? { sessionId: account.sessionId } : {}),
  };
}
