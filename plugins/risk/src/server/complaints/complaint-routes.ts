import { route } from '@linggong/access';
import { databaseOf } from '@linggong/core';
import { complaintFigures } from '../../api';
import { complaintFiguresAt } from './complaint-figures';

const figures = route({
  method: 'GET',
  path: '/complaint-figures',
  resource: 'complaint',
  action: 'list',
  summary: { zh: '投诉办理情况（近 30 天）', en: 'How complaints of the last 30 days were dealt with' },
  answers: { 200: complaintFigures },
  handle: async ({ strapi, command }) => ({
    status: 200,
    body: await complaintFiguresAt(databaseOf(strapi), command.at),
  }),
});

export const complaintRoutes = [figures];
