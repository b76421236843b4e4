import type { Core } from '@strapi/strapi';
import { clockOf } from '@linggong/core';
import { liveSessionsOf } from '../accounts/live-sessions';
import type { Account } from './account';
import { localeOf, type HttpContext } from './http-context';
import { notSignedIn } from './problems';

interface TokenPayload {
  sid?: unknown;
}

interface TokenService {
  getToken(ctx: HttpContext): Promise<TokenPayload | null>;
}

/**
 * The account behind the bearer token of a request. The token only names a session; role and rows come from the database on
 * every request, so that an ended session or a changed role takes effect at once.
 * @returns undefined where no token was sent
 * @throws Problem 401 `not-signed-in` for a token that does not hold
 */
export async function authenticate(strapi: Core.Strapi, ctx: HttpContext): Promise<Account | undefined> {
  if (!ctx.get('Authorization')) return undefined;
  const sessionId = await sessionIdOf(strapi, ctx);
  if (sessionId === undefined) throw notSignedIn();
  const account = await liveSessionsOf(strapi).accountOf(sessionId, clockOf(strapi).now());
  if (!account) throw notSignedIn();
  return { ...account, locale: localeOf(ctx) };
}

async function sessionIdOf(strapi: Core.Strapi, ctx: HttpContext): Promise<string | undefined> {
  const tokens: TokenService = strapi.plugin('users-permissions').service('jwt');
  try {
    const payload = await tokens.getToken(ctx);
    return typeof payload?.sid === 'string' ? payload.sid : undefined;
  } catch {
    // Forged, expired and malformed tokens are one answer: not signed in.
    return undefined;
  }
}
