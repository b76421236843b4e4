import { route } from '@linggong/access';
import { databaseOf } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import { applicationAnswer, applicationBody, scenariosAnswer, taskParams } from '../api';
import { applyForTask } from './apply-for-task';
import { scenariosTold } from './scenarios';

const apply = route({
  method: 'POST',
  path: '/open-tasks/:id/apply',
  resource: 'open-task',
  action: 'apply',
  summary: { zh: '报名任务', en: 'Apply for a task' },
  description: {
    zh: '灵工本人按任务标明的报酬报名，等待企业答复；报名不占名额，同一任务只能报名一次。',
    en: 'A worker applies at the pay that the task names and waits for the enterprise; it takes no place, and is done once a task.',
  },
  params: taskParams,
  body: applicationBody,
  answers: { 201: applicationAnswer },
  remembers: true,
  handle: async ({ strapi, command, account, params, remember }) => {
    const { workerId } = account;
    if (workerId === undefined) throw notFound({ zh: '任务', en: 'task' });
    return databaseOf(strapi).transaction(async (tx) => {
      const answer = { status: 201 as const, body: await applyForTask(tx, command, workerId, params.id) };
      await remember(tx, answer);
      return answer;
    });
  },
});

const scenarios = route({
  method: 'GET',
  path: '/open-task-scenarios',
  resource: 'open-task',
  action: 'list',
  summary: { zh: '查询任务的业务类型', en: 'List the kinds of work' },
  answers: { 200: scenariosAnswer },
  handle: async ({ strapi }) => ({ status: 200, body: await scenariosTold(databaseOf(strapi)) }),
});

/** Finding work and applying for it (找任务, 报名; R4.4). */
export const openTaskRoutes = [apply, scenarios];
