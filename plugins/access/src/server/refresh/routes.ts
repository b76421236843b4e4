import { signInAnswer } from '../../api/account';
import { route } from '../http/define-route';
import { notSignedIn } from '../http/problems';
import { isOwnOrigin, refreshCookie, refreshTokenOf } from './refresh-cookie';
import { renewSession } from './renew';

const refresh = route({
  method: 'POST',
  path: '/auth/refresh',
  resource: 'own-session',
  action: 'refresh',
  public: true,
  summary: { zh: '续期令牌', en: 'Renew the bearer token' },
  description: {
    zh: '凭登录时设置的 Cookie 换取新的令牌和新的 Cookie；旧 Cookie 再次使用即结束会话。会话的闲置与最长时限不变。',
    en: 'Gives a new token and cookie for the cookie of the sign-in; an old cookie that comes again ends the session. Idle and absolute ends stay.',
  },
  answers: { 200: signInAnswer },
  handle: async ({ strapi, command, http }) => {
    const token = refreshTokenOf(http);
    if (token === undefined || !isOwnOrigin(http)) throw notSignedIn();
    const { jwt, refreshToken } = await renewSession(strapi, token, command);
    return { status: 200, body: { jwt }, headers: refreshCookie(refreshToken, http) };
  },
});

export const refreshRoutes = [refresh];
