import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/strapi';

/** Opens one place outside of the API for a session of the console: its id and a keyed code of it. */
export interface SessionCookie {
  readonly name: string;
  /** Worth nothing at another place, and nothing as a token of the API; it ends with the session. */
  valueFor(strapi: Core.Strapi, sessionId: string): string;
  /** The session that a cookie names, or undefined where it was not made here. */
  sessionOf(strapi: Core.Strapi, cookie: string | undefined): string | undefined;
  /** `Set-Cookie` of it. Strict: no other site's page can make a browser ask anything. */
  header(value: string, isSecure: boolean): string;
}

/** @param place what the code is made for, in words that never change: two places never take each other's cookies */
export function sessionCookie(name: string, path: string, place: string): SessionCookie {
  const codeOf = (strapi: Core.Strapi, sessionId: string): string => {
    const secret: string = strapi.config.get('admin.auth.secret');
    return createHmac('sha256', secret).update(`${place} ${sessionId}`).digest('base64url');
  };
  return {
    name,
    valueFor: (strapi, sessionId) => `${sessionId}.${codeOf(strapi, sessionId)}`,
    sessionOf(strapi, cookie) {
      const [sessionId, code, rest] = (cookie ?? '').split('.');
      if (!sessionId || !code || rest !== undefined) return undefined;
      const expected = Buffer.from(codeOf(strapi, sessionId));
      const sent = Buffer.from(code);
      return sent.length === expected.length && timingSafeEqual(sent, expected) ? sessionId : undefined;
    },
    header: (value, isSecure) =>
      `${name}=${value}; Path=${path}; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`,
  };
}
