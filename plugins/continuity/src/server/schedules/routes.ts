import { record } from '@linggong/audit';
import { route } from '@linggong/access';
import { schedules } from '@linggong/config';
import { databaseOf } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import { jobsOf, scheduleRows } from '@linggong/jobs';
import { jobStarted, scheduleItem, scheduleList, scheduleParams } from '../../api';

const list = route({
  method: 'GET',
  path: '/schedules',
  resource: 'schedule',
  action: 'list',
  summary: { zh: '定时任务及其上次、下次执行', en: 'Schedules with their last and next run' },
  answers: { 200: scheduleList },
  handle: async ({ strapi }) => ({
    status: 200,
    body: scheduleList.parse({ items: await scheduleRows(databaseOf(strapi)) }),
  }),
});

const read = route({
  method: 'GET',
  path: '/schedules/:id',
  resource: 'schedule',
  action: 'read',
  summary: { zh: '查看定时任务', en: 'Read a schedule' },
  params: scheduleParams,
  answers: { 200: scheduleItem },
  handle: async ({ strapi, params }) => {
    const found = (await scheduleRows(databaseOf(strapi))).find(({ name }) => name === params.id);
    if (!found) throw unknownSchedule();
    return { status: 200, body: scheduleItem.parse(found) };
  },
});

/** By hand: the same job as by the clock, in the name of the person; while one is open, it is that one. */
const run = route({
  method: 'POST',
  path: '/schedules/:id/run',
  resource: 'schedule',
  action: 'run',
  summary: { zh: '立即执行定时任务', en: 'Run a schedule now' },
  description: { zh: '进度见 GET /jobs/{id}。', en: 'Follow it at GET /jobs/{id}.' },
  params: scheduleParams,
  answers: { 202: jobStarted },
  handle: async ({ strapi, params, command }) => {
    const schedule = schedules.find(({ name }) => name === params.id);
    if (!schedule) throw unknownSchedule();
    const { name, queue } = schedule;
    const jobId = await databaseOf(strapi).transaction(async (tx) => {
      const id = await jobsOf(strapi).enqueue(tx, { queue, name, payload: null, key: 'schedule' }, command);
      await record(tx, command, { action: 'schedule.run', subject: { kind: 'schedule', id: name } });
      return id;
    });
    return { status: 202, body: { jobId } };
  },
});

function unknownSchedule(): Error {
  return notFound({ zh: '定时任务', en: 'schedule' });
}

export const scheduleRoutes = [list, read, run];
