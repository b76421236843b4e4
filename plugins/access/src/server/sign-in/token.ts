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
