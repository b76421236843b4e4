import { route } from '@linggong/access';
import { databaseOf } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import { calendarGapAnswer } from '../../api';
import { calendarGapOn } from '../calendar/calendar-in-force';

const gap = route({
  method: 'GET',
  path: '/calendar/gap',
  resource: 'configuration',
  action: 'read',
  summary: { zh: '工作日历缺失的年度', en: 'What the working calendar lacks' },
  description: {
    zh: '每年十一月起须有下一年的放假安排；缺失时给出提示，否则为 null。',
    en: 'From November on the arrangement of the next year is needed; what is missing is told, or null.',
  },
  answers: { 200: calendarGapAnswer },
  handle: async ({ strapi, command }) => ({
    status: 200,
    body: { gap: await calendarGapOn(databaseOf(strapi), shanghaiDay(command.at)) },
  }),
});

export const calendarRoutes = [gap];
