import { record } from '@linggong/audit';
import { databaseOf, type Command } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import type { Core } from '@strapi/strapi';
import { ownSessionsAnswer, sessionEndBody, sessionParams, sessionsEndedAnswer } from '../../api/session';
import { endSessions, type SessionEnd, type WhichSessions } from '../accounts/sessions';
import type { Account } from '../http/account';
import { route } from '../http/define-route';
import { ownSessions, type OwnSession } from './own-sessions';

const listOwn = route({
  method: 'GET',
  path: '/me/sessions',
  resource: 'own-session',
  action: 'list',
  summary: { zh: '我的登录会话', en: 'My sessions' },
  answers: { 200: ownSessionsAnswer },
  handle: async ({ strapi, account, command }) => {
    const rows = await ownSessions(databaseOf(strapi), account, command.at);
    return { status: 200, body: { items: rows.map((row) => ownSession(row, account)) } };
  },
});

function ownSession({ address, device, secondFactor, ...row }: OwnSession, { sessionId }: Account) {
  return {
    ...row,
    ...(address === null ? {} : { address }),
    ...(device === null ? {} : { device }),
    ...(secondFactor === null ? {} : { secondFactor }),
    isThis: row.id === sessionId,
  };
}

const endOwn = route({
  method: 'POST',
  path: '/me/sessions/:id/end',
  resource: 'own-session',
  action: 'end-other',
  summary: { zh: '结束自己的一个登录会话', en: 'End one of my sessions' },
  params: sessionParams,
  answers: { 200: sessionsEndedAnswer },
  handle: async ({ strapi, account, params, command }) => {
    const which = { sessionId: params.id, ofAccount: account.id };
    return { status: 200, body: { ended: await endRecorded(strapi, which, 'by-holder', command) } };
  },
});

const endOthers = route({
  method: 'POST',
  path: '/me/sessions/end-others',
  resource: 'own-session',
  action: 'end-other',
  summary: { zh: '结束自己的其他登录会话', en: 'End all of my other sessions' },
  answers: { 200: sessionsEndedAnswer },
  handle: async ({ strapi, account, command }) => {
    const which = { accountId: account.id, except: account.sessionId };
    return { status: 200, body: { ended: await endRecorded(strapi, which, 'by-holder', command) } };
  },
});

const endOne = route({
  method: 'POST',
  path: '/sessions/:id/end',
  resource: 'session',
  action: 'end',
  summary: { zh: '结束登录会话', en: 'End a session' },
  description: {
    zh: '持有人须重新登录。管理员的会话也可结束：这不会取得其权限。',
    en: 'Its holder signs in again. Sessions of administrators may be ended too: nobody gains their powers by it.',
  },
  params: sessionParams,
  body: sessionEndBody,
  answers: { 200: sessionsEndedAnswer },
  handle: async ({ strapi, params, command }) => {
    await demandSession(strapi, params.id);
    const ended = await endRecorded(strapi, { sessionId: params.id }, 'by-administrator', command);
    return { status: 200, body: { ended } };
  },
});

async function demandSession(strapi: Core.Strapi, id: string): Promise<void> {
  const row = await databaseOf(strapi).maybeOne('SELECT 1 FROM access.sessions WHERE id = $1', [id]);
  if (!row) throw notFound({ zh: '会话', en: 'session' });
}

/** Ends sessions and writes it down, where there was something to end. */
function endRecorded(
  strapi: Core.Strapi,
  which: WhichSessions,
  because: SessionEnd,
  command: Command,
): Promise<number> {
  return databaseOf(strapi).transaction(async (tx) => {
    const ended = await endSessions(tx, which, because, command.at);
    if (ended === 0) return 0;
    const subject =
      'sessionId' in which ? { kind: 'session', id: which.sessionId } : { kind: 'account', id: which.accountId };
    await record(tx, command, { action: 'session.end', subject, after: { because, ended } });
    return ended;
  });
}

export const sessionRoutes = [listOwn, endOwn, endOthers, endOne];
