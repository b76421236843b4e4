import { covers, route, type Route, type RowScope } from '@linggong/access';
import { idParams, listQuery, pageOf } from '@linggong/access/api';
import type { Queryable } from '@linggong/core';
import { demandForm, keepRecord } from '@linggong/studio';
import { z } from 'zod';
import {
  agencyGrant,
  cardAnswer,
  newCard,
  newWorker,
  workerActionBody,
  workerCorrection,
  workerAnswer,
  workerDetail,
  workerSearch,
} from '../../api';
import { workerActionsByPeople, workerLifecycle, workerStates, type WorkerActionByPeople } from '../../domain';
import { addCard } from '../cards/add-card';
import { demandUnlocked, seesLocked } from '../locked/seen';
import { toolsOf } from '../services';
import { actOnWorker } from './act-on-worker';
import { recordPaperAgency } from './authorize-agency';
import { correctWorker, shownCorrection } from './correct-worker';
import { registerWorker } from './register-worker';
import { searchWorkers } from './search-workers';
import { cardById, cardsOfWorker, noSuchWorker, workerById, workerPage } from './worker-rows';

/** Rows outside of the caller's scope are answered as not there. @throws Problem `not-found` */
function demandWorker(scope: RowScope, workerId: number): void {
  if (!covers(scope, { workerId })) throw noSuchWorker();
}

const register = route({
  method: 'POST',
  path: '/workers',
  resource: 'worker',
  action: 'register',
  summary: { zh: '登记灵活用工人员', en: 'Register a worker' },
  body: newWorker,
  answers: { 201: workerDetail },
  remembers: true,
  handle: async ({ strapi, body, command, remember }) => {
    const tools = toolsOf(strapi);
    return tools.database.transaction(async (tx) => {
      const { extra, ...worker } = body;
      await demandForm(tx, 'parties.worker', extra);
      const id = await registerWorker(tools, tx, command, worker, 'staff');
      if (extra !== undefined) {
        const subject = { kind: 'worker', id };
        await keepRecord(tools.vault, tx, command, { ...extra, form: 'parties.worker', subject, workerId: id });
      }
      const detail = { ...(await workerById(tx, id)), cards: await cardsOfWorker(tx, id) };
      const answer = { status: 201 as const, body: detail };
      await remember(tx, answer);
      return answer;
    });
  },
});

const search = route({
  method: 'POST',
  path: '/workers/search',
  resource: 'worker',
  action: 'search',
  summary: { zh: '按证件号码、手机号或银行卡号查找', en: 'Find workers by an exact identity number, phone or card' },
  body: workerSearch,
  answers: { 200: z.strictObject({ items: z.array(workerAnswer) }) },
  handle: async ({ strapi, body, command }) => {
    const tools = toolsOf(strapi);
    const items = await tools.database.transaction((tx) => searchWorkers(tools, tx, command, body));
    return { status: 200, body: { items } };
  },
});

const list = route({
  method: 'GET',
  path: '/workers',
  resource: 'worker',
  action: 'list',
  summary: { zh: '灵活用工人员列表', en: 'List workers' },
  query: listQuery.extend({ state: z.enum(workerStates).optional() }),
  answers: { 200: pageOf(workerAnswer) },
  handle: async ({ strapi, query, scope, account }) => ({
    status: 200,
    body: await workerPage(toolsOf(strapi).database, scope, query, seesLocked(account)),
  }),
});

const read = route({
  method: 'GET',
  path: '/workers/:id',
  resource: 'worker',
  action: 'read',
  summary: { zh: '灵活用工人员详情', en: 'Read a worker' },
  params: idParams,
  answers: { 200: workerDetail },
  handle: async ({ strapi, params, scope, account }) => {
    demandWorker(scope, params.id);
    const { database } = toolsOf(strapi);
    await demandUnlocked(database, account, params.id);
    const worker = await workerById(database, params.id);
    return { status: 200, body: { ...worker, cards: await cardsOfWorker(database, params.id) } };
  },
});

const addedCard = route({
  method: 'POST',
  path: '/workers/:id/cards',
  resource: 'bank-card',
  action: 'add',
  summary: { zh: '添加银行卡', en: 'Add a bank card, or replace one' },
  params: idParams,
  body: newCard,
  answers: { 201: cardAnswer },
  remembers: true,
  handle: async ({ strapi, params, body, command, scope, remember }) => {
    demandWorker(scope, params.id);
    const tools = toolsOf(strapi);
    return tools.database.transaction(async (tx) => {
      const cardId = await addCard(tools, tx, command, params.id, body);
      const answer = { status: 201 as const, body: await cardById(tx, cardId) };
      await remember(tx, answer);
      return answer;
    });
  },
});

const authorize = route({
  method: 'POST',
  path: '/workers/:id/agency-authorizations',
  resource: 'worker',
  action: 'authorize-agency',
  summary: { zh: '登记纸质涉税代理授权', en: 'Record a tax agency authorization given on paper' },
  description: {
    zh: '线下签署、由工作人员保管的授权。自起始日起取代同期的纸质授权；在线签署的授权不受影响。',
    en: 'One signed on paper and kept by staff. From its first day on it stands in place of papers of the same time; signed contracts are not touched.',
  },
  params: idParams,
  body: agencyGrant,
  answers: { 200: workerAnswer },
  handle: async ({ strapi, params, body, command }) => {
    const tools = toolsOf(strapi);
    const grant = { workerId: params.id, ...body };
    await tools.database.transaction((tx) => recordPaperAgency(tools, tx, command, grant));
    return { status: 200, body: await workerById(tools.database, params.id) };
  },
});

const correct = route({
  method: 'POST',
  path: '/workers/:id/correct',
  resource: 'worker',
  action: 'correct',
  summary: { zh: '更正灵活用工人员资料', en: 'Correct what is on record of a worker' },
  description: {
    zh: '姓名、手机号、地址。更正姓名后重新实名核验，通过前不能发放；更正手机号经机构负责人审批后生效；证件号码不可更正，须重新登记。',
    en: 'Name, phone, address. Another name is checked anew, and until then he is not paid. Another phone is in effect once the institution’s manager has approved it. The identity number is never corrected: register anew.',
  },
  params: idParams,
  body: workerCorrection,
  answers: { 200: workerAnswer },
  remembers: true,
  isSmall: ({ body }) => body.phone === undefined,
  shows: ({ strapi, params, body, command }) => shownCorrection(toolsOf(strapi), command, params.id, body),
  handle: async ({ strapi, params, body, command, remember }) => {
    const tools = toolsOf(strapi);
    return tools.database.transaction(async (tx) => {
      await correctWorker(tools, tx, command, params.id, body);
      const answer = { status: 200 as const, body: await workerById(tx, params.id) };
      await remember(tx, answer);
      return answer;
    });
  },
});

const actionNames: Readonly<Record<WorkerActionByPeople, { zh: string; en: string }>> = {
  suspend: { zh: '暂停灵活用工人员', en: 'Suspend a worker' },
  resume: { zh: '恢复灵活用工人员', en: 'Resume a worker' },
  deregister: { zh: '注销灵活用工人员', en: 'Deregister a worker' },
  return: { zh: '重新登记已注销人员', en: 'Take back a worker who was deregistered' },
};

function actionRoute(action: WorkerActionByPeople): Route {
  return route({
    method: 'POST',
    path: `/workers/:id/${action}`,
    resource: 'worker',
    action,
    summary: actionNames[action],
    params: idParams,
    body: workerActionBody,
    answers: { 200: workerAnswer },
    remembers: true,
    // Only what the matrix marks waits for a second person and is shown to him.
    shows: async ({ strapi, params, scope }) => {
      demandWorker(scope, params.id);
      return shownAction(toolsOf(strapi).database, params.id, action);
    },
    handle: async ({ strapi, params, command, scope, remember }) => {
      demandWorker(scope, params.id);
      const tools = toolsOf(strapi);
      return tools.database.transaction(async (tx) => {
        await actOnWorker(tools, tx, command, params.id, action);
        const answer = { status: 200 as const, body: await workerById(tx, params.id) };
        await remember(tx, answer);
        return answer;
      });
    },
  });
}

/** The worker as he stands, and the state that the action would leave him in. */
async function shownAction(db: Queryable, workerId: number, action: WorkerActionByPeople) {
  const { number, state } = await workerById(db, workerId);
  const before = { number, state };
  return {
    subject: { id: workerId, label: number },
    before,
    after: { ...before, state: workerLifecycle.transitions[action].to },
  };
}

export const workerRoutes: readonly Route[] = [
  register,
  search,
  list,
  read,
  addedCard,
  authorize,
  correct,
  ...workerActionsByPeople.map(actionRoute),
];
