import { createSecretKey } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { signInPolicy } from '@linggong/config/access';

interface TokenService {
  issue(payload: { id: number; sid: string }, options: { expiresIn: string }): string;
}

/** A bearer token of users-permissions. It names the account and the session and says nothing else about anybody. */
export function issueToken(
  strapi: Core.Strapi,
  accountId: number,
  sessionId: string,
  minutes: number = signInPolicy.tokenMinutes,
): string {
  const tokens: TokenService = strapi.plugin('users-permissions').service('jwt');
  return tokens.issue({ id: accountId, sid: sessionId }, { expiresIn: `${minutes}m` });
}

const secretPath = 'plugin::users-permissions.jwtSecret';

/**
 * Makes the secret of the tokens a key object, once. Given a string, jsonwebtoken tries at every token whether it is a public key,
 * and the error of that costs three quarters of what a request spends on who calls. To be called after users-permissions has started.
 */
export function keepTokenKey(strapi: Core.Strapi): void {
  const secret: unknown = strapi.config.get(secretPath);
  if (typeof secret === 'string') strapi.config.set(secretPath, createSecretKey(Buffer.from(secret)));
}
