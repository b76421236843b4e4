import { hiddenFieldsOf, permissionsOf, reachOf, roleNames, secondFactorRoles } from '@linggong/config/access';
import { record } from '@linggong/audit';
import { databaseOf } from '@linggong/core';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { DEVICE_HEADER, deviceNumberOf } from '../../domain/device-number';
import { challengeAnswer, challengeBody, meAnswer, signInAnswer, signInBody } from '../../api/account';
import { endSessions } from '../accounts/sessions';
import { setUpOf } from '../accounts/set-up';
import { unseenNotices } from '../notices/notices';
import { liveElevations } from '../elevations/elevated';
import type { Account } from '../http/account';
import { route } from '../http/define-route';
import type { Exchange } from '../http/route';
import { factorState } from '../second-factor/factor-store';
import { noRefreshCookie, refreshCookie } from '../refresh/refresh-cookie';
import { answerChallenge } from './answer-challenge';
import { signIn } from './sign-in';
import type { SigningDevice } from './start-signed-in';

const signingDevice = (http: Exchange): SigningDevice => ({
  device: http.header('User-Agent'),
  deviceNumber: deviceNumberOf(http.header(DEVICE_HEADER)),
});

const deviceNote = {
  zh: '请求头 X-Device 可带设备号（32 至 64 位十六进制随机数，由客户端生成一次并保存），用于风控识别多人共用设备；不带或格式不符不影响登录。',
  en: 'The header X-Device may say the number of the device (32 to 64 random hex digits, made once and kept by the client), by which risk tells one device for many people; without it, or in another form, sign-in is the same.',
};

const signInRoute = route({
  method: 'POST',
  path: '/auth/local',
  resource: 'own-session',
  action: 'start',
  public: true,
  summary: { zh: '登录', en: 'Sign in' },
  description: deviceNote,
  body: signInBody,
  bodyBytesMax: 4_096,
  limit: 'sign-in',
  answers: { 200: signInAnswer, 202: challengeAnswer },
  handle: async ({ strapi, body, command, http }) => {
    const result = await signIn(strapi, { ...body, ...signingDevice(http) }, command);
    if (result.kind === 'challenge') return { status: 202, body: { challenge: result.challenge } };
    return { status: 200, body: { jwt: result.jwt }, headers: refreshCookie(result.refreshToken, http) };
  },
});

const challengeRoute = route({
  method: 'POST',
  path: '/auth/second-factor',
  resource: 'own-session',
  action: 'start-with-code',
  public: true,
  summary: { zh: '输入双因素验证码完成登录', en: 'End a sign-in with the code of the second factor' },
  description: deviceNote,
  body: challengeBody,
  bodyBytesMax: 4_096,
  limit: 'second-factor',
  answers: { 200: signInAnswer },
  handle: async ({ strapi, body, command, http }) => {
    const { jwt, refreshToken } = await answerChallenge(strapi, { ...body, ...signingDevice(http) }, command);
    return { status: 200, body: { jwt }, headers: refreshCookie(refreshToken, http) };
  },
});

const signOutRoute = route({
  method: 'POST',
  path: '/auth/sign-out',
  resource: 'own-session',
  action: 'end',
  summary: { zh: '退出登录', en: 'Sign out' },
  answers: { 200: z.strictObject({ ended: z.int() }) },
  handle: async ({ strapi, account, command, http }) => {
    const ended = await databaseOf(strapi).transaction(async (tx) => {
      await record(tx, command, { action: 'session.end', subject: { kind: 'account', id: String(account.id) } });
      return endSessions(tx, { sessionId: account.sessionId }, 'signed-out', command.at);
    });
    return { status: 200, body: { ended }, headers: noRefreshCookie(http) };
  },
});

const meRoute = route({
  method: 'GET',
  path: '/me',
  resource: 'own-account',
  action: 'read',
  summary: { zh: '我的账号与权限', en: 'My account and what I may do' },
  answers: { 200: meAnswer },
  handle: async ({ strapi, account, command }) => {
    const { identifier, sessionSecondsLeft } = await databaseOf(strapi).one<{
      identifier: string;
      sessionSecondsLeft: number;
    }>(
      `SELECT u.username AS identifier, greatest(0, floor(extract(epoch FROM s.ends_at - $3)))::int AS "sessionSecondsLeft"
         FROM public.up_users u JOIN access.sessions s ON s.id = $2 WHERE u.id = $1`,
      [account.id, account.sessionId, command.at],
    );
    const { id, role, enterpriseId, workerId, mustChangePassword, passwordExpired } = account;
    const secondFactor = await ownFactor(strapi, account);
    const owner = {
      ...(enterpriseId ? { enterpriseId } : {}),
      ...(workerId ? { workerId } : {}),
      ...(mustChangePassword ? { mustChangePassword } : {}),
      ...(passwordExpired ? { passwordExpired } : {}),
    };
    const who = { id, identifier, role, roleName: roleNames[role], ...owner };
    const rights = await rightsOf(strapi, account, command.at);
    const notices = await unseenNotices(databaseOf(strapi), id);
    const body = {
      ...who,
      secondFactor,
      sessionSecondsLeft,
      notices,
      setUp: setUpOf(account),
      ...rights,
      hiddenFields: hiddenFieldsOf(role),
    };
    return { status: 200, body };
  },
});

/** What the role may do, and what a superior opened to this account for a while. */
async function rightsOf(strapi: Core.Strapi, account: Account, at: Date) {
  const permissions = permissionsOf(account.role);
  const isElevatable = reachOf(account.role, 'elevation', 'ask') !== undefined;
  const elevations = isElevatable ? await liveElevations(databaseOf(strapi), account, at) : [];
  for (const { resource, actions } of elevations) {
    for (const action of actions) (permissions[resource] ??= {})[action] ??= 'all';
  }
  return { permissions, elevations };
}

async function ownFactor(strapi: Core.Strapi, { id, role, secondFactorAt }: Account) {
  const { isOn, since, recoveryCodesLeft } = await factorState(databaseOf(strapi), id);
  return {
    isOn,
    isDemanded: secondFactorRoles.has(role),
    ...(since === null ? {} : { since }),
    ...(secondFactorAt === undefined ? {} : { passedAt: secondFactorAt }),
    recoveryCodesLeft,
  };
}

export const signInRoutes = [signInRoute, challengeRoute, signOutRoute];
export const accountRoutes = [meRoute];
