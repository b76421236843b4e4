import { consoleResource, route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { clockOf, databaseOf } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import { demandForm } from '@linggong/studio';
import { vaultOf } from '@linggong/vault';
import {
  inspectionAnswer as answerShape,
  inspectionClosing,
  inspectionItemAnswer,
  inspectionPreview,
  inspectionPreviewQuery,
  itemCheck,
  newInspection,
  newInterview,
  redrawAnswer,
} from '../../api';
import { inspectionStates, itemStates } from '../../domain';
import { checkItem, closeInspection, keepInterview } from './check-item';
import { drawInspection, previewInspection, redraw } from './draw';
import { inspectionAnswer, itemAnswer } from './inspection-rows';
import { populationsOf } from './populations';

const draw = route({
  method: 'POST',
  path: '/inspections',
  resource: 'inspection',
  action: 'draw',
  summary: { zh: '抽取事后抽查样本', en: 'Draw a sample of payments to inspect' },
  description: {
    zh: '按生效的抽样方案分层随机抽取期间内的付款；记录种子与总体的 SHA-256，任何时候都能重抽出同一样本。',
    en: 'A stratified random sample of the payments of a period, by the plan in force; seed and SHA-256 of the population are kept, so that the very same sample is drawn again at any time.',
  },
  body: newInspection,
  answers: { 201: answerShape },
  remembers: true,
  handle: async ({ strapi, command, body, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const id = await drawInspection(populationsOf(strapi), tx, command, body);
      const answer = { status: 201 as const, body: await inspectionAnswer(tx, id) };
      await remember(tx, answer);
      return answer;
    }),
});

const preview = route({
  method: 'GET',
  path: '/inspections/preview',
  resource: 'inspection',
  action: 'draw',
  summary: {
    zh: '查看期间总体与各层抽取数',
    en: 'See the population of a period and what would be drawn of each stratum',
  },
  query: inspectionPreviewQuery,
  answers: { 200: inspectionPreview },
  handle: async ({ strapi, query }) => ({
    status: 200,
    body: await previewInspection(populationsOf(strapi), databaseOf(strapi), shanghaiDay(clockOf(strapi).now()), query),
  }),
});

const read = route({
  method: 'GET',
  path: '/inspections/:id',
  resource: 'inspection',
  action: 'read',
  summary: { zh: '查看抽查', en: 'Read an inspection' },
  params: idParams,
  answers: { 200: answerShape },
  handle: async ({ strapi, params }) => ({ status: 200, body: await inspectionAnswer(databaseOf(strapi), params.id) }),
});

const drawAgain = route({
  method: 'GET',
  path: '/inspections/:id/redraw',
  resource: 'inspection',
  action: 'read',
  summary: { zh: '重抽验证', en: 'Draw the sample again and compare' },
  params: idParams,
  answers: { 200: redrawAnswer },
  handle: async ({ strapi, params }) => ({
    status: 200,
    body: await redraw(populationsOf(strapi), databaseOf(strapi), params.id),
  }),
});

const close = route({
  method: 'POST',
  path: '/inspections/:id/close',
  resource: 'inspection',
  action: 'close',
  summary: { zh: '结束抽查，须写明结论', en: 'Close an inspection with its summary' },
  params: idParams,
  body: inspectionClosing,
  answers: { 200: answerShape },
  remembers: true,
  handle: async ({ strapi, command, params, body, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      await closeInspection(tx, command, params.id, body.summary);
      const answer = { status: 200 as const, body: await inspectionAnswer(tx, params.id) };
      await remember(tx, answer);
      return answer;
    }),
});

const readItem = route({
  method: 'GET',
  path: '/inspection-items/:id',
  resource: 'inspection-item',
  action: 'read',
  summary: { zh: '查看抽查样本', en: 'Read an item of an inspection' },
  params: idParams,
  answers: { 200: inspectionItemAnswer },
  handle: async ({ strapi, params }) => ({ status: 200, body: await itemAnswer(databaseOf(strapi), params.id) }),
});

const check = route({
  method: 'POST',
  path: '/inspection-items/:id/check',
  resource: 'inspection-item',
  action: 'check',
  summary: { zh: '填写样本核查结果', en: 'Keep what was compared for an item' },
  params: idParams,
  body: itemCheck,
  answers: { 200: inspectionItemAnswer },
  remembers: true,
  handle: async ({ strapi, command, params, body, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      await demandForm(tx, 'risk.inspection', body.extra);
      await checkItem(vaultOf(strapi), tx, command, params.id, body);
      const answer = { status: 200 as const, body: await itemAnswer(tx, params.id) };
      await remember(tx, answer);
      return answer;
    }),
});

const interview = route({
  method: 'POST',
  path: '/inspection-items/:id/interviews',
  resource: 'inspection-item',
  action: 'interview',
  summary: { zh: '登记电话回访', en: 'Keep a phone interview' },
  params: idParams,
  body: newInterview,
  answers: { 201: inspectionItemAnswer },
  remembers: true,
  handle: async ({ strapi, command, params, body, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      // Nobody has answered what the form asks where nobody took the call.
      if (body.outcome === 'answered') await demandForm(tx, 'risk.phone-interview', body.extra);
      await keepInterview(vaultOf(strapi), tx, command, params.id, body);
      const answer = { status: 201 as const, body: await itemAnswer(tx, params.id) };
      await remember(tx, answer);
      return answer;
    }),
});

export const inspectionRoutes = [draw, preview, read, drawAgain, close, readItem, check, interview];

export const inspectionList = consoleResource({
  name: 'inspections',
  resource: 'inspection',
  from: 'risk.inspections i',
  columns: {
    id: { sql: 'i.id', filter: 'relation', sort: true },
    number: { sql: 'i.number', filter: 'prefix', sort: true },
    title: { sql: 'i.title', filter: 'text' },
    periodFrom: { sql: 'i.period_from', filter: 'day', sort: true },
    periodTo: { sql: 'i.period_to', filter: 'day', sort: true },
    population: { sql: 'i.population' },
    sample: { sql: 'i.sample' },
    open: {
      sql: `(SELECT count(*)::int FROM risk.inspection_items t WHERE t.inspection_id = i.id AND t.state = 'open')`,
    },
    state: { sql: 'i.state', filter: 'enum', values: [...inspectionStates], sort: true },
    drawnBy: { sql: 'i.drawn_by' },
    drawnAt: { sql: 'i.drawn_at', filter: 'instant', sort: true },
    closedAt: { sql: 'i.closed_at', sort: true },
  },
  scope: (_account, scope) => (scope.kind === 'all' ? 'all' : 'none'),
  detail: (id, _account, db) => inspectionAnswer(db, id),
});

export const itemList = consoleResource({
  name: 'inspection-items',
  resource: 'inspection-item',
  from: `risk.inspection_items t JOIN parties.published_worker_facts w ON w.worker_id = t.worker_id
    JOIN parties.published_enterprise_facts e ON e.enterprise_id = t.enterprise_id`,
  columns: {
    id: { sql: 't.id', filter: 'relation', sort: true },
    inspectionId: { sql: 't.inspection_id', filter: 'relation' },
    stratum: { sql: 't.stratum', filter: 'exact', sort: true },
    itemNumber: { sql: 't.item_number', filter: 'prefix', sort: true },
    itemId: { sql: 't.item_id' },
    workerId: { sql: 't.worker_id', filter: 'relation' },
    workerNumber: { sql: 'w.number' },
    enterpriseId: { sql: 't.enterprise_id', filter: 'relation' },
    enterpriseNumber: { sql: 'e.number' },
    amountFen: { sql: 't.amount_fen', sort: true },
    state: { sql: 't.state', filter: 'enum', values: [...itemStates], sort: true },
    calls: { sql: '(SELECT count(*)::int FROM risk.interviews v WHERE v.item_id = t.id)' },
    checkedBy: { sql: 't.checked_by' },
    checkedAt: { sql: 't.checked_at' },
  },
  order: { column: 'id', direction: 'ASC' },
  scope: (_account, scope) => (scope.kind === 'all' ? 'all' : 'none'),
  detail: (id, _account, db) => itemAnswer(db, id),
});
