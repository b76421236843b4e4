import { route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { databaseOf } from '@linggong/core';
import { acknowledgementsAnswer } from '../../api';
import { acknowledge, acknowledgementsOf } from '../procedures/acknowledgements';

const list = route({
  method: 'GET',
  path: '/configurations/:id/acknowledgements',
  resource: 'own-acknowledgement',
  action: 'list',
  summary: { zh: '查看制度确认情况', en: 'Read who acknowledged a procedure' },
  params: idParams,
  answers: { 200: acknowledgementsAnswer },
  handle: async ({ strapi, params, account }) => ({
    status: 200,
    body: await acknowledgementsOf(databaseOf(strapi), params.id, { accountId: account.id, role: account.role }),
  }),
});

const confirm = route({
  method: 'POST',
  path: '/configurations/:id/acknowledgements',
  resource: 'own-acknowledgement',
  action: 'give',
  summary: { zh: '确认知悉制度', en: 'Acknowledge a procedure' },
  description: {
    zh: '适用岗位的人员确认已阅读并遵守生效中的版本；新版本生效后须重新确认。',
    en: 'Whom a procedure binds says that he has read the version in force and goes by it; a new version is acknowledged anew.',
  },
  params: idParams,
  answers: { 200: acknowledgementsAnswer },
  handle: ({ strapi, command, params, account }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const who = { accountId: account.id, role: account.role };
      await acknowledge(tx, command, params.id, who);
      return { status: 200 as const, body: await acknowledgementsOf(tx, params.id, who) };
    }),
});

export const acknowledgementRoutes = [list, confirm];
