import { readToken, tokenAgeMs, writeToken } from './token';

/** A token lives for an hour; it is renewed well before, by the first call thereafter. */
const renewAfterMs = 45 * 60_000;

const isDue = (): boolean => readToken() !== undefined && tokenAgeMs() > renewAfterMs;

/**
 * Renews the token where it is due. One tab does it for all: the cookie that renews it works once, and using it twice ends the
 * session. Where it cannot be renewed, the call goes out with the old one and hears from the server.
 */
export async function renewToken(): Promise<void> {
  if (!isDue()) return;
  // Over plain HTTP beyond this machine browsers have no locks; there, tabs that renew at once sign in anew.
  await (locksOf(navigator)?.request('linggong.renew', renewOnce) ?? renewOnce());
}

function locksOf(browser: Partial<Navigator>): LockManager | undefined {
  return browser.locks;
}

async function renewOnce(): Promise<void> {
  if (!isDue()) return;
  try {
    const answer = await fetch('/api/auth/refresh', { method: 'POST', headers: { Accept: 'application/json' } });
    if (!answer.ok) return;
    const body: unknown = await answer.json();
    if (typeof body === 'object' && body !== null && 'jwt' in body && typeof body.jwt === 'string')
      writeToken(body.jwt);
  } catch {
    // No answer came; the call itself will say so.
  }
}
