import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/strapi';

export const panelCookieName = 'linggong_panel';

/**
 * The cookie that opens the panel: a console session's id and a keyed code of it. It ends with that session, and is of no use
 * as a token of the API.
 */
export function panelCookie(strapi: Core.Strapi, sessionId: string): string {
  return `${sessionId}.${codeOf(strapi, sessionId)}`;
}

/** The session that a cookie names, or undefined where it was not made here. */
export function sessionOfCookie(strapi: Core.Strapi, cookie: string | undefined): string | undefined {
  const [sessionId, code, rest] = (cookie ?? '').split('.');
  if (!sessionId || !code || rest !== undefined) return undefined;
  const expected = Buffer.from(codeOf(strapi, sessionId));
  const sent = Buffer.from(code);
  return sent.length === expected.length && timingSafeEqual(sent, expected) ? sessionId : undefined;
}

/** `Set-Cookie` of it. Strict: no other site's page can make a browser ask the panel anything. */
export function setPanelCookie(value: string, isSecure: boolean): string {
  return `${panelCookieName}=${value}; Path=/; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;
}

function codeOf(strapi: Core.Strapi, sessionId: string): string {
  const secret: string = strapi.config.get('admin.auth.secret');
  return createHmac('sha256', secret).update(`linggong panel session ${sessionId}`).digest('base64url');
}
