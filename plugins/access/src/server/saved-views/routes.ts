import { databaseOf } from '@linggong/core';
import { savedViewBody, savedViewParams, savedViewsAnswer, savedViewsQuery } from '../../api/saved-view';
import { route } from '../http/define-route';
import { keepView, removeView, viewsOf } from './views';

const read = route({
  method: 'GET',
  path: '/me/views',
  resource: 'own-view',
  action: 'read',
  summary: { zh: '我保存的列表视图', en: 'My views of a list' },
  query: savedViewsQuery,
  answers: { 200: savedViewsAnswer },
  handle: async ({ strapi, account, query, command: { at } }) => ({
    status: 200,
    body: { items: await viewsOf(databaseOf(strapi), { account, at }, query.listName) },
  }),
});

const keep = route({
  method: 'PUT',
  path: '/me/views',
  resource: 'own-view',
  action: 'keep',
  summary: { zh: '保存列表视图', en: 'Keep a view of a list' },
  description: {
    zh: '筛选、排序和显示的列，按名称保存，同名即替换；仅本人可见，每个列表最多 20 个。',
    en: 'Filter, order and shown columns under a name, which replaces one of that name; seen by oneself alone, at most 20 a list.',
  },
  body: savedViewBody,
  answers: { 200: savedViewsAnswer },
  handle: async ({ strapi, account, body, command: { at } }) =>
    databaseOf(strapi).transaction(async (tx) => {
      await keepView(tx, { account, at }, body);
      return { status: 200 as const, body: { items: await viewsOf(tx, { account, at }, body.listName) } };
    }),
});

const remove = route({
  method: 'DELETE',
  path: '/me/views/:id',
  resource: 'own-view',
  action: 'remove',
  summary: { zh: '移除列表视图', en: 'Remove a view of a list' },
  params: savedViewParams,
  answers: { 200: savedViewsAnswer },
  handle: async ({ strapi, account, params: { id }, command: { at } }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const list = await removeView(tx, account, id);
      return { status: 200 as const, body: { items: await viewsOf(tx, { account, at }, list) } };
    }),
});

/** Views of lists that an account keeps (保存的视图). */
export const savedViewRoutes = [read, keep, remove];
