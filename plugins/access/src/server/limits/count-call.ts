import type { LimitName } from '@linggong/config/access';
import type { Core } from '@strapi/strapi';
import { addressKey } from './address-key';
import type { Account } from '../http/account';
import type { HttpContext } from '../http/http-context';
import type { Route } from '../http/route';
import { limitsOf } from './limits';

/** The bound of a route; whatever anybody may ask has one, said or not. */
export function limitOf(route: Pick<Route, 'limit' | 'public'>): LimitName | undefined {
  return route.limit ?? (route.public ? 'public' : undefined);
}

/**
 * Counts a call before anything of it is read: by account where somebody is signed in, else by address.
 * @throws Problem 429 `too-many-requests`
 */
export async function countCall(
  strapi: Core.Strapi,
  route: Route,
  ctx: HttpContext,
  account: Account | undefined,
): Promise<void> {
  const name = limitOf(route);
  if (name === undefined) return;
  await limitsOf(strapi).demand(name, account ? `account:${account.id}` : addressKey(ctx.ip));
}
