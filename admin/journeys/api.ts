import type { Platform } from './start-platform';
import { nextCode } from './telephone';

/** Reads from the platform as somebody with an account; for what a journey needs to know, never for what it does. */
export type Read = <A>(path: string) => Promise<A>;

/** Well below what a session may idle. */
const reuseMs = 5 * 60_000;
const signedIn = new Map<string, { readonly token: Promise<string>; readonly at: number }>();

/**
 * A bearer token of the role's account. A telephone shows a new code only each half minute: who has just signed in goes on as he is.
 * @throws Error with the status where signing in is refused
 */
export function tokenOf(platform: Platform, role: string): Promise<string> {
  const key = `${platform.address} ${role}`;
  const known = signedIn.get(key);
  if (known !== undefined && performance.now() - known.at < reuseMs) return known.token;
  const token = newToken(platform, role);
  signedIn.set(key, { token, at: performance.now() });
  return token;
}

async function newToken(platform: Platform, role: string): Promise<string> {
  const { identifier, password, totpSecret } = platform.accountOf(role);
  const post = async (path: string, body: object): Promise<{ jwt: string; challenge?: string }> => {
    const answer = await fetch(`${platform.address}/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${answer.status.toString()} signing in as ${role}`);
    // The routes answer with one of these.
    return (await answer.json()) as { jwt: string; challenge?: string };
  };
  const first = await post('local', { identifier, password });
  if (totpSecret === undefined) return first.jwt;
  return (await post('second-factor', { challenge: first.challenge, code: await nextCode(totpSecret) })).jwt;
}

/** Signs in over the API. @throws Error with status and path where an answer is not one of success */
export async function reader(platform: Platform, role: string): Promise<Read> {
  const jwt = await tokenOf(platform, role);
  return async <A>(path: string): Promise<A> => {
    const answer = await fetch(`${platform.address}${path}`, { headers: { authorization: `Bearer ${jwt}` } });
    if (!answer.ok) throw new Error(`${answer.status.toString()} ${path}`);
    // The routes check their answers against their schemas; the caller names the part that he uses.
    return (await answer.json()) as A;
  };
}

const pageSize = 500;

/** All rows of a console list, the oldest first. */
export async function allOf<R>(read: Read, resource: string, filter: object = {}): Promise<R[]> {
  const rows: R[] = [];
  for (let page: R[] = [], first = 0; first === 0 || page.length === pageSize; first += pageSize) {
    const range = JSON.stringify([first, first + pageSize - 1]);
    const query = new URLSearchParams({ filter: JSON.stringify(filter), range, sort: '["id","ASC"]' });
    page = await read<R[]>(`/api/console/${resource}?${query.toString()}`);
    rows.push(...page);
  }
  return rows;
}
