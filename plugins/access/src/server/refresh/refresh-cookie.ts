import { signInPolicy } from '@linggong/config/access';
import type { Exchange } from '../http/route';

const name = 'linggong_refresh';

/** No script reads it, no other site sends it, and it goes to the addresses of sign-in alone. */
function header(value: string, seconds: number, http: Exchange): Record<string, string> {
  const secure = http.header('X-Forwarded-Proto') === 'https' ? '; Secure' : '';
  return { 'Set-Cookie': `${name}=${value}; Path=/api/auth; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}` };
}

export function refreshCookie(token: string, http: Exchange): Record<string, string> {
  return header(token, signInPolicy.sessionHours * 3_600, http);
}

export function noRefreshCookie(http: Exchange): Record<string, string> {
  return header('', 0, http);
}

/** The token of a request, or undefined where it brings none. */
export function refreshTokenOf(http: Exchange): string | undefined {
  const pairs = (http.header('Cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  const token = pairs.find(([key]) => key === name)?.[1];
  return token === '' ? undefined : token;
}

/** A browser says which page asks; a page of another site does not renew anybody's session. Programs say nothing. */
export function isOwnOrigin(http: Exchange): boolean {
  const origin = http.header('Origin');
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === http.header('Host');
}
