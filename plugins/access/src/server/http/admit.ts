import type { Core } from '@strapi/strapi';
import { reachOf, watchedRoles } from '@linggong/config/access';
import { clockOf, databaseOf, span, type Command } from '@linggong/core';
import { rowScope, type RowScope } from '../../domain/row-scope';
import { demandSetUp } from '../accounts/set-up';
import { elevatedFor, type Elevation } from '../elevations/elevated';
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
  /** The matrix refuses, and a superior let him in for a while (提权): each look is written down. */
  readonly elevation?: Elevation;
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
    const elevation = await elevationOf(strapi, route, account);
    if (elevation) return { account, scope: elevation.scope, elevation };
    await recordRefusal(strapi, route, callerCommand(strapi, ctx, account));
    throw notAllowed();
  }
  if (watchedRoles.includes(account.role)) await recordLook(strapi, route, ctx, callerCommand(strapi, ctx, account));
  return { account, scope: rowScope(reach, account) };
}

/** What an elevation opens is looked at, never changed. */
async function elevationOf(strapi: Core.Strapi, route: Route, account: Account): Promise<Elevation | undefined> {
  if (route.method !== 'GET') return undefined;
  const { resource, action } = route;
  return elevatedFor(databaseOf(strapi), { account, resource, action, at: clockOf(strapi).now() });
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
