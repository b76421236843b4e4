import type { AuthProvider } from 'react-admin';
import { call } from '../provider/http';
import { ProblemError, isRecord } from '../provider/problem';
import { deviceNumber } from './device-number';
import { forgetMe, readMe } from './me';
import { isOwn, may } from './rights';
import { noteEnded, onTokenChange, readToken, writeToken } from './token';

/** What the sign-in page hands over: a password first, then, where a second factor is on, a code for its challenge. */
export type SignIn = { identifier: string; password: string } | { challenge: string; code: string };

/** Sign-in asks for a second factor; the page shows the field for the code. */
export class SecondFactorNeeded extends Error {
  readonly challenge: string;

  constructor(challenge: string) {
    super('signIn.secondFactor');
    this.challenge = challenge;
  }
}

function isSignIn(value: unknown): value is SignIn {
  return isRecord(value) && ('password' in value || 'challenge' in value);
}

async function login(params: unknown): Promise<void> {
  if (!isSignIn(params)) throw new Error('problem.server');
  const path = 'challenge' in params ? '/api/auth/second-factor' : '/api/auth/local';
  const { json } = await call(path, { method: 'POST', body: params, headers: { 'X-Device': deviceNumber() } });
  const body = isRecord(json) ? json : {};
  if (typeof body['challenge'] === 'string') throw new SecondFactorNeeded(body['challenge']);
  if (typeof body['jwt'] !== 'string') throw new Error('problem.server');
  writeToken(body['jwt']);
  noteEnded(false);
  forgetMe();
  await readMe();
}

/** Ends the session on the server too; where that cannot be reached, it idles away there. */
async function logout(): Promise<void> {
  if (readToken() !== undefined) {
    await call('/api/auth/sign-out', { method: 'POST' }).catch(() => undefined);
    noteEnded(false);
  }
  writeToken(undefined);
  forgetMe();
}

/** Signing out in one tab signs out all of them; another person's sign-in starts from a clean page. */
onTokenChange(() => {
  window.location.reload();
});

/** Who is signed in, for react-admin. A 401 ends the session; a 403 is a refusal to show, not an end. */
export const authProvider: AuthProvider = {
  login,
  logout,
  checkAuth: () =>
    readToken() === undefined ? Promise.reject(new Error('ra.auth.auth_check_error')) : Promise.resolve(),
  checkError: (error: unknown) => {
    if (error instanceof ProblemError && error.status === 401) {
      noteEnded(true);
      writeToken(undefined);
      forgetMe();
      return Promise.reject(error);
    }
    return Promise.resolve();
  },
  getIdentity: async () => {
    const { account } = await readMe();
    return { id: account.identifier, fullName: account.identifier };
  },
  getPermissions: async () => (await readMe()).permissions,
  canAccess: async ({ resource, action, record }) => {
    const me = await readMe();
    return may(me, resource, action) && isOwn(me, record);
  },
};
