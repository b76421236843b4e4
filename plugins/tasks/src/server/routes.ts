import { apiRoutes, covers, route } from '@linggong/access';
import { databaseOf, type Command } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import {
  actionBody,
  engagementActionAnswer,
  engagementActionBody,
  engagementActionParams,
  engagementsAnswer,
  newEngagements,
  newTask,
  taskActionParams,
  taskAnswer,
  taskParams,
} from '../api';
import { engagementLifecycle, taskLifecycle } from '../domain';
import { actOnEngagements } from './act-on-engagements';
import { actOnTask } from './act-on-task';
import { createTask } from './create-task';
import { engageWorkers } from './engage-workers';
import { demandRole } from './roles-of-actions';

const withReason = (command: Command, reason: string | undefined): Command =>
  reason ? { ...command, reason } : command;

const create = route({
  method: 'POST',
  path: '/tasks',
  resource: 'task',
  action: 'create',
  summary: { zh: '新建任务', en: 'Create a task' },
  body: newTask,
  answers: { 201: taskAnswer },
  remembers: true,
  handle: async ({ strapi, command, scope, body, remember }) => {
    if (!covers(scope, { enterpriseId: body.enterpriseId })) throw notFound({ zh: '企业', en: 'enterprise' });
    return databaseOf(strapi).transaction(async (tx) => {
      const answer = { status: 201 as const, body: await createTask(tx, command, body) };
      await remember(tx, answer);
      return answer;
    });
  },
});

const engage = route({
  method: 'POST',
  path: '/tasks/:id/engagements',
  resource: 'engagement',
  action: 'engage',
  summary: { zh: '批量承揽任务', en: 'Engage workers in a task' },
  params: taskParams,
  body: newEngagements,
  answers: { 201: engagementsAnswer },
  remembers: true,
  handle: async ({ strapi, command, scope, params, body, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const answer = { status: 201 as const, body: await engageWorkers(tx, command, scope, params.id, body) };
      await remember(tx, answer);
      return answer;
    }),
});

const act = route({
  method: 'POST',
  path: '/tasks/:id/:action',
  resource: 'task',
  action: 'act',
  summary: { zh: '任务流转', en: 'Move a task along its lifecycle' },
  params: taskActionParams,
  body: actionBody,
  answers: { 200: taskAnswer },
  remembers: true,
  handle: async ({ strapi, account, command, scope, params, body, remember }) => {
    demandRole(taskLifecycle, account.role, params.action);
    return databaseOf(strapi).transaction(async (tx) => {
      const task = await actOnTask(tx, withReason(command, body.reason), scope, params.id, params.action);
      const answer = { status: 200 as const, body: task };
      await remember(tx, answer);
      return answer;
    });
  },
});

const actMany = route({
  method: 'POST',
  path: '/engagements/:action',
  resource: 'engagement',
  action: 'act',
  summary: { zh: '批量交付、验收或取消承揽', en: 'Deliver, accept or cancel engagements' },
  params: engagementActionParams,
  body: engagementActionBody,
  answers: { 200: engagementActionAnswer },
  remembers: true,
  handle: async ({ strapi, account, command, scope, params, body, remember }) => {
    demandRole(engagementLifecycle, account.role, params.action);
    return databaseOf(strapi).transaction(async (tx) => {
      const changed = await actOnEngagements(
        tx,
        withReason(command, body.reason),
        scope,
        params.action,
        body.engagements,
      );
      const answer = { status: 200 as const, body: changed };
      await remember(tx, answer);
      return answer;
    });
  },
});

export const apiRouter = apiRoutes([create, engage, act, actMany]);
