import { route } from '@linggong/access';
import { clockOf, databaseOf } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import { featuresParams, subjectLimitsAnswer } from '../../api';
import { limitsOfSubject } from './subject-limits';

const limits = route({
  method: 'GET',
  path: '/risk-subjects/:kind/:id/limits',
  resource: 'risk-decision',
  action: 'read',
  summary: {
    zh: '查看人员或企业的限额与占用',
    en: 'Read limits of a worker or an enterprise, and what is used of them',
  },
  params: featuresParams,
  answers: { 200: subjectLimitsAnswer },
  handle: async ({ strapi, params: { kind, id } }) => ({
    status: 200,
    body: await limitsOfSubject(databaseOf(strapi), { kind, id: Number(id) }, shanghaiDay(clockOf(strapi).now())),
  }),
});

export const limitRoutes = [limits];
