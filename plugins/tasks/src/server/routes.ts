import { apiRoutes, covers, route, type Route } from '@linggong/access';
import { databaseOf, type Command } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import { demandForm, keepRecord } from '@linggong/studio';
import { reviewAnswer, type CriteriaJudged } from '@linggong/studio/api';
import { vaultOf } from '@linggong/vault';
import {
  actionBody,
  decisionBody,
  engagementAcceptanceBody,
  engagementActionAnswer,
  engagementActionBody,
  engagementDeliveryBody,
  engagementsAnswer,
  newEngagements,
  newTask,
  scenariosAnswer,
  taskAnswer,
  taskChange,
  taskParams,
} from '../api';
import { engagementActionsByPeople, taskActions, type EngagementActionByPeople, type TaskAction } from '../domain';
import { acceptanceOf, actOnEngagements } from './act-on-engagements';
import { actOnTask } from './act-on-task';
import { changeTask } from './change-task';
import { createTask } from './create-task';
import { engageWorkers } from './engage-workers';
import { openTaskRoutes } from './open-task-routes';
import { publicationsOf } from './publication';
import { scenariosTold } from './scenarios';
import { demandTask, taskReview } from './task-rows';

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
      await demandForm(tx, 'tasks.publication', body.extra);
      const task = await createTask(tx, command, body);
      if (body.extra !== undefined) {
        const { enterpriseId } = body;
        const subject = { kind: 'task', id: task.id };
        await keepRecord(vaultOf(strapi), tx, command, {
          ...body.extra,
          form: 'tasks.publication',
          subject,
          enterpriseId,
        });
      }
      const answer = { status: 201 as const, body: task };
      await remember(tx, answer);
      return answer;
    });
  },
});

const change = route({
  method: 'PATCH',
  path: '/tasks/:id',
  resource: 'task',
  action: 'change',
  summary: { zh: '修改任务草稿', en: 'Change a draft of a task' },
  description: {
    zh: '草稿或被退回的任务可以修改，只提交要改的字段。',
    en: 'While it is a draft or was sent back; only what changes is sent.',
  },
  params: taskParams,
  body: taskChange,
  answers: { 200: taskAnswer },
  handle: async ({ strapi, command, scope, params, body }) => {
    const changed = await databaseOf(strapi).transaction((tx) => changeTask(tx, command, scope, params.id, body));
    return { status: 200, body: changed };
  },
});

const scenarios = route({
  method: 'GET',
  path: '/task-scenarios',
  resource: 'task',
  action: 'list',
  summary: { zh: '查询允许的业务场景', en: 'List the permitted scenarios' },
  answers: { 200: scenariosAnswer },
  handle: async ({ strapi }) => {
    return { status: 200, body: await scenariosTold(databaseOf(strapi)) };
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

const taskActionNames: Readonly<Record<TaskAction, { zh: string; en: string }>> = {
  submit: { zh: '提交任务审核', en: 'Submit a task' },
  publish: { zh: '发布任务', en: 'Publish a task' },
  return: { zh: '退回任务', en: 'Send a task back' },
  close: { zh: '关闭任务', en: 'Close a task' },
  cancel: { zh: '取消任务', en: 'Cancel a task' },
};

/** What a decision says of the criteria; other actions cite none. */
function judgedIn(body: object | { readonly criteria: CriteriaJudged }): CriteriaJudged {
  return 'criteria' in body ? body.criteria : [];
}

/** `POST /tasks/{id}/{action}`: one address for each action, so that the matrix can tell them apart. */
function taskRoute(action: TaskAction): Route {
  return route({
    method: 'POST',
    path: `/tasks/:id/${action}`,
    resource: 'task',
    action,
    summary: taskActionNames[action],
    params: taskParams,
    body: action === 'publish' || action === 'return' ? decisionBody : actionBody,
    answers: { 200: taskAnswer },
    remembers: true,
    handle: async ({ strapi, command, scope, params, body, remember }) =>
      databaseOf(strapi).transaction(async (tx) => {
        const asked = withReason(command, body.reason);
        const task = await actOnTask(
          tx,
          asked,
          scope,
          params.id,
          action,
          judgedIn(body),
          publicationsOf(strapi).guards,
        );
        const answer = { status: 200 as const, body: task };
        await remember(tx, answer);
        return answer;
      }),
  });
}

const reviews = route({
  method: 'GET',
  path: '/tasks/:id/reviews',
  resource: 'task',
  action: 'read',
  summary: { zh: '任务审核标准与逐条结论', en: 'The criteria of a task’s review, and what was said of them' },
  params: taskParams,
  answers: { 200: reviewAnswer },
  handle: async ({ strapi, account, params, scope }) => {
    const db = databaseOf(strapi);
    await demandTask(db, params.id, scope);
    return { status: 200, body: await taskReview(db, params.id, account.id) };
  },
});

const engagementActionNames: Readonly<Record<EngagementActionByPeople, { zh: string; en: string }>> = {
  engage: { zh: '批量同意报名', en: 'Take on those who applied' },
  decline: { zh: '批量谢绝报名', en: 'Decline those who applied' },
  withdraw: { zh: '撤回报名', en: 'Withdraw applications' },
  deliver: { zh: '批量交付承揽', en: 'Deliver engagements' },
  accept: { zh: '批量验收承揽', en: 'Accept engagements' },
  cancel: { zh: '批量取消承揽', en: 'Cancel engagements' },
};

const acceptance = route({
  method: 'GET',
  path: '/engagement-criteria',
  resource: 'engagement',
  action: 'list',
  summary: { zh: '查询交付验收标准', en: 'The criteria that delivered work is accepted by' },
  answers: { 200: reviewAnswer },
  handle: async ({ strapi }) => ({ status: 200, body: await acceptanceOf(databaseOf(strapi), undefined) }),
});

/** Work of one engagement with what the form of delivery asks (交付单, R4.1); the record is its worker's and its enterprise's. */
const deliver = route({
  method: 'POST',
  path: '/engagements/deliver',
  resource: 'engagement',
  action: 'deliver',
  summary: engagementActionNames.deliver,
  body: engagementDeliveryBody,
  answers: { 200: engagementActionAnswer },
  remembers: true,
  handle: async ({ strapi, command, scope, body, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const { engagements, extra, reason } = body;
      await demandForm(tx, 'tasks.delivery', extra);
      const changed = await actOnEngagements(tx, withReason(command, reason), scope, 'deliver', engagements);
      for (const { id } of extra === undefined ? [] : engagements) {
        const owners = await tx.one<{ enterpriseId: number; workerId: number }>(
          'SELECT enterprise_id AS "enterpriseId", worker_id AS "workerId" FROM public.engagements WHERE id = $1',
          [id],
        );
        const subject = { kind: 'engagement', id };
        if (extra)
          await keepRecord(vaultOf(strapi), tx, command, { ...extra, form: 'tasks.delivery', subject, ...owners });
      }
      const answer = { status: 200 as const, body: changed };
      await remember(tx, answer);
      return answer;
    }),
});

function engagementRoute(action: Exclude<EngagementActionByPeople, 'deliver'>): Route {
  return route({
    method: 'POST',
    path: `/engagements/${action}`,
    resource: 'engagement',
    action,
    summary: engagementActionNames[action],
    body: action === 'accept' ? engagementAcceptanceBody : engagementActionBody,
    answers: { 200: engagementActionAnswer },
    remembers: true,
    handle: async ({ strapi, command, scope, body, remember }) =>
      databaseOf(strapi).transaction(async (tx) => {
        const asked = withReason(command, body.reason);
        const changed = await actOnEngagements(tx, asked, scope, action, body.engagements, judgedIn(body));
        const answer = { status: 200 as const, body: changed };
        await remember(tx, answer);
        return answer;
      }),
  });
}

export const apiRouter = apiRoutes([
  create,
  change,
  scenarios,
  ...openTaskRoutes,
  engage,
  ...taskActions.map(taskRoute),
  reviews,
  acceptance,
  deliver,
  ...engagementActionsByPeople.filter((action) => action !== 'deliver').map(engagementRoute),
]);
