import { route } from '@linggong/access';
import { databaseOf } from '@linggong/core';
import { riskFigures, riskFiguresQuery } from '../../api';
import { riskFiguresOf } from './risk-figures';

const figures = route({
  method: 'GET',
  path: '/risk-figures',
  resource: 'risk-case',
  action: 'list',
  summary: { zh: '风控看板数据', en: 'Figures of risk over a period' },
  query: riskFiguresQuery,
  answers: { 200: riskFigures },
  handle: async ({ strapi, query }) => ({ status: 200, body: await riskFiguresOf(databaseOf(strapi), query) }),
});

export const figureRoutes = [figures];
