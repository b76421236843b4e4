import { databaseOf } from '@linggong/core';
import { noticesAnswer } from '../../api/notice';
import { route } from '../http/define-route';
import { currentNotices } from './current-notices';

const list = route({
  method: 'GET',
  path: '/notices',
  resource: 'notice',
  action: 'list',
  summary: { zh: '当前公告', en: 'Notices that are shown now' },
  description: {
    zh: '系统管理员在内容面板中撰写并发布；按对象与起止时间显示，最多五条。',
    en: 'Written and published by the system administrator in the content panel; by whom they are for and their time, five at most.',
  },
  answers: { 200: noticesAnswer },
  handle: async ({ strapi, account, command }) => ({
    status: 200,
    body: { items: await currentNotices(databaseOf(strapi), account.role, command.at) },
  }),
});

export const noticeRoutes = [list];
