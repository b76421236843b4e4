import { route, type Route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { databaseOf } from '@linggong/core';
import { bulkCheck, bulkEstimate, bulkToCancel, bulkToEstimate, bulkToStart } from '../../api';
import { toolsOf } from '../services';
import { readBulk } from './read-bulk';
import { cancelBulk, estimateBulk, startBulk } from './start-bulk';

const estimate = route({
  method: 'POST',
  path: '/real-name-bulk-checks/estimates',
  resource: 'real-name-bulk-check',
  action: 'start',
  summary: { zh: '估算批量核验的人数、费用与时间', en: 'Estimate people, cost and time of a bulk check' },
  body: bulkToEstimate,
  answers: { 200: bulkEstimate },
  handle: async ({ strapi, body }) => ({
    status: 200,
    body: await estimateBulk(toolsOf(strapi), databaseOf(strapi), body.filter),
  }),
});

const start = route({
  method: 'POST',
  path: '/real-name-bulk-checks',
  resource: 'real-name-bulk-check',
  action: 'start',
  summary: { zh: '发起批量实名核验', en: 'Start a bulk check of identities' },
  body: bulkToStart,
  answers: { 202: bulkCheck },
  remembers: true,
  handle: async ({ strapi, body, command, remember }) => {
    const tools = toolsOf(strapi);
    return tools.database.transaction(async (tx) => {
      const id = await startBulk(tools, tx, command, body.filter, body.reason);
      const answer = { status: 202 as const, body: await readBulk(tx, id) };
      await remember(tx, answer);
      return answer;
    });
  },
});

const read = route({
  method: 'GET',
  path: '/real-name-bulk-checks/:id',
  resource: 'real-name-bulk-check',
  action: 'read',
  summary: { zh: '批量核验的进度与结果', en: 'Progress and result of a bulk check' },
  params: idParams,
  answers: { 200: bulkCheck },
  handle: async ({ strapi, params }) => ({
    status: 200,
    body: await readBulk(databaseOf(strapi), BigInt(params.id)),
  }),
});

const cancel = route({
  method: 'POST',
  path: '/real-name-bulk-checks/:id/cancel',
  resource: 'real-name-bulk-check',
  action: 'cancel',
  summary: { zh: '取消批量核验', en: 'Cancel a bulk check' },
  params: idParams,
  body: bulkToCancel,
  answers: { 200: bulkCheck },
  remembers: true,
  handle: async ({ strapi, params, command, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const id = BigInt(params.id);
      await readBulk(tx, id);
      await cancelBulk(tx, command, id);
      const answer = { status: 200 as const, body: await readBulk(tx, id) };
      await remember(tx, answer);
      return answer;
    }),
});

export const bulkRoutes: readonly Route[] = [estimate, start, read, cancel];
