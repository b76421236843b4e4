import { databaseOf } from '@linggong/core';
import { roleStaffingAnswer, signInFigures } from '../../api/figures';
import { route } from '../http/define-route';
import { roleStaffing } from './staffing';
import { stoppedSignIns } from './stopped-sign-ins';

const staffing = route({
  method: 'GET',
  path: '/role-staffing',
  resource: 'role-staffing',
  action: 'read',
  summary: { zh: '各岗位在岗情况', en: 'Who holds each role of the house' },
  answers: { 200: roleStaffingAnswer },
  handle: async ({ strapi, command }) => ({
    status: 200,
    body: { items: await roleStaffing(databaseOf(strapi), command.at) },
  }),
});

const stopped = route({
  method: 'GET',
  path: '/sign-in-figures',
  resource: 'account',
  action: 'list',
  summary: { zh: '登录锁定与失败', en: 'Locked and failing sign-ins' },
  answers: { 200: signInFigures },
  handle: async ({ strapi, command }) => ({
    status: 200,
    body: await stoppedSignIns(databaseOf(strapi), command.at),
  }),
});

export const figureRoutes = [staffing, stopped];
