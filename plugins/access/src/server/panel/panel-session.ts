import type { Core } from '@strapi/strapi';
import type { Account } from '../http/account';
import type { HttpContext } from '../http/http-context';
import { ensurePanelUser } from './panel-user';

/**
 * Signs the account into the panel as its page is opened: Strapi's own session for the account's panel user, in the two cookies
 * that the panel looks for. Both are worth nothing without the cookie of the gate.
 */
export async function startPanelSession(strapi: Core.Strapi, ctx: HttpContext, account: PanelAccount): Promise<void> {
  const userId = String(await ensurePanelUser(strapi, account.id));
  const sessions = strapi.sessionManager('admin');
  await sessions.invalidateRefreshToken(userId, account.sessionId);
  const { token: refresh } = await sessions.generateRefreshToken(userId, account.sessionId, { type: 'session' });
  const access = await sessions.generateAccessToken(refresh);
  if ('error' in access) throw new Error('the panel gave no token');
  const cookie = { path: '/admin', sameSite: 'strict', secure: ctx.secure, overwrite: true } as const;
  ctx.cookies.set('strapi_admin_refresh', refresh, { ...cookie, httpOnly: true });
  // The panel's script reads this one and sends it as bearer token.
  ctx.cookies.set('jwtToken', access.token, { ...cookie, httpOnly: false, signed: false });
}

/**
 * Whether a bearer token is the panel's token of this user, of a session that has not ended; the panel's API tokens and other people's
 * tokens are not. Some of Strapi's routes ask nobody for a session and fault on a caller who has none.
 */
export async function isPanelTokenOf(
  strapi: Core.Strapi,
  authorization: string,
  userId: number | undefined,
): Promise<boolean> {
  const [scheme, token, rest] = authorization.split(/\s+/);
  if (scheme?.toLowerCase() !== 'bearer' || !token || rest !== undefined || userId === undefined) return false;
  const sessions = strapi.sessionManager('admin');
  const { isValid, payload } = sessions.validateAccessToken(token);
  if (!isValid || payload?.userId !== String(userId)) return false;
  return sessions.isSessionActive(payload.sessionId);
}

export type PanelAccount = Pick<Account, 'id' | 'sessionId'>;
