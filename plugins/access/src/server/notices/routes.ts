import { databaseOf } from '@linggong/core';
import { noticesSeenAnswer, noticesSeenBody } from '../../api/account';
import { route } from '../http/define-route';
import { seeNotices } from './notices';

const seen = route({
  method: 'POST',
  path: '/me/notices/seen',
  resource: 'own-account',
  action: 'see-notices',
  summary: { zh: '确认账号通知', en: 'Say that I have seen what was done about my account' },
  body: noticesSeenBody,
  answers: { 200: noticesSeenAnswer },
  handle: async ({ strapi, account, body, command }) => ({
    status: 200,
    body: { seen: await seeNotices(databaseOf(strapi), account.id, body.upTo, command) },
  }),
});

export const noticeRoutes = [seen];
