import { route, type Route } from '@linggong/access';
import { clockOf, databaseOf } from '@linggong/core';
import { identityProviders } from '../../api';
import { settingsOf, toolsOf } from '../services';
import { readProviders } from './read-providers';

const list = route({
  method: 'GET',
  path: '/identity-providers',
  resource: 'identity-provider',
  action: 'list',
  summary: { zh: '实名核验服务商的状态与费用', en: 'State and cost of the vendors of identity checks' },
  answers: { 200: identityProviders },
  handle: async ({ strapi }) => ({
    status: 200,
    body: await readProviders(databaseOf(strapi), settingsOf(strapi), toolsOf(strapi).chain, clockOf(strapi).now()),
  }),
});

export const providerRoutes: readonly Route[] = [list];
