import { databaseOf } from '@linggong/core';
import { newsAnswer, newsQuery, newsSeenAnswer, newsSeenBody } from '../../api/news';
import { route } from '../http/define-route';
import { readNews, seeNews } from './read-news';

const read = route({
  method: 'GET',
  path: '/me/news',
  resource: 'own-account',
  action: 'read-news',
  summary: { zh: '我的消息', en: 'What came of my things' },
  description: {
    zh: '最新的在前，每次 30 条；`before` 取更早的。`newCount` 为未读条数，最多计到 100。保存九十天。',
    en: 'Newest first, 30 an answer; `before` gives earlier ones. `newCount` counts what is not read, up to 100. Kept for ninety days.',
  },
  query: newsQuery,
  answers: { 200: newsAnswer },
  handle: async ({ strapi, account, query }) => ({
    status: 200,
    body: await readNews(databaseOf(strapi), account.id, query.before),
  }),
});

const seen = route({
  method: 'POST',
  path: '/me/news/seen',
  resource: 'own-account',
  action: 'see-news',
  summary: { zh: '消息设为已读', en: 'Say that I have read my news' },
  body: newsSeenBody,
  answers: { 200: newsSeenAnswer },
  handle: async ({ strapi, account, body, command }) => ({
    status: 200,
    body: { seen: await seeNews(databaseOf(strapi), account.id, body.upTo, command.at) },
  }),
});

export const newsRoutes = [read, seen];
