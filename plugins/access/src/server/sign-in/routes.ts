import { permissionsOf, roleNames } from '@linggong/config/access';
import { record } from '@linggong/audit';
import { databaseOf } from '@linggong/core';
import { z } from 'zod';
import { challengeAnswer, meAnswer, signInAnswer, signInBody } from '../../api/account';
import { endSessions } from '../accounts/sessions';
import { route } from '../http/define-route';
import { signIn } from './sign-in';

const signInRoute = route({
  method: 'POST',
  path: '/auth/local',
  resource: 'own-session',
  action: 'start',
  public: true,
  summary: { zh: '登录', en: 'Sign in' },
  body: signInBody,
  bodyBytesMax: 4_096,
  answers: { 200: signInAnswer, 202: challengeAnswer },
  handle: async ({ strapi, body, command }) => {
    const result = await signIn(strapi, body, command);
    if (result.kind === 'challenge') return { status: 202, body: { challenge: result.challenge } };
    return { status: 200, body: { jwt: result.jwt } };
  },
});

const signOutRoute = route({
  method: 'POST',
  path: '/auth/sign-out',
  resource: 'own-session',
  action: 'end',
  summary: { zh: '退出登录', en: 'Sign out' },
  answers: { 200: z.strictObject({ ended: z.int() }) },
  handle: async ({ strapi, account, command }) => {
    const ended = await databaseOf(strapi).transaction(async (tx) => {
      await record(tx, command, { action: 'session.end', subject: { kind: 'account', id: String(account.id) } });
      return endSessions(tx, { sessionId: account.sessionId }, command.at);
    });
    return { status: 200, body: { ended } };
  },
});

const meRoute = route({
  method: 'GET',
  path: '/me',
  resource: 'own-account',
  action: 'read',
  summary: { zh: '我的账号与权限', en: 'My account and what I may do' },
  answers: { 200: meAnswer },
  handle: async ({ strapi, account }) => {
    const { identifier } = await databaseOf(strapi).one<{ identifier: string }>(
      'SELECT username AS identifier FROM public.up_users WHERE id = $1',
      [account.id],
    );
    const { id, role, enterpriseId, workerId, mustChangePassword } = account;
    const owner = {
      ...(enterpriseId ? { enterpriseId } : {}),
      ...(workerId ? { workerId } : {}),
      ...(mustChangePassword ? { mustChangePassword } : {}),
    };
    const body = { id, identifier, role, roleName: roleNames[role], ...owner, permissions: permissionsOf(role) };
    return { status: 200, body };
  },
});

export const signInRoutes = [signInRoute, signOutRoute];
export const accountRoutes = [meRoute];
