import { keysetPage, route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import {
  batchAccepted,
  batchDetail,
  batchPage,
  batchQuery,
  blockerGroups,
  excludeRequest,
  linePage,
  lineQuery,
  recheckRequest,
  timeline,
} from '../../api';
import { BATCH_FROM, batchSelect, batchView } from '../read/batch-view';
import { blockerGroupsOf } from '../read/blocker-groups';
import { LINE_FROM, lineSelect, lineViews, type StoredLine } from '../read/line-view';
import { codesFor, sightOf } from '../read/sight';
import { timelineOf } from '../read/timeline';
import { wireRow } from '../read/wire-row';
import { settlementOf, toolsOf } from '../services';
import { batchWithin, scopeCondition } from './within';

const onBatch = { resource: 'settlement-batch', params: idParams } as const;
const equals = (sql: string, value: unknown) => (value === undefined ? [] : [{ sql: `${sql} = $1`, values: [value] }]);

const list = route({
  method: 'GET',
  path: '/settlement-batches',
  resource: 'settlement-batch',
  action: 'list',
  summary: { zh: '结算批次列表', en: 'List settlement batches' },
  query: batchQuery,
  answers: { 200: batchPage },
  handle: async ({ strapi, scope, query }) => {
    const page = await keysetPage<object>(
      toolsOf(strapi).database,
      {
        select: batchSelect,
        from: BATCH_FROM,
        where: [
          ...scopeCondition(scope, 'b.enterprise_id'),
          ...equals('b.enterprise_id', query.enterpriseId),
          ...equals('b.state', query.state),
        ],
        id: { sql: 'b.id', type: 'int' },
        direction: 'DESC',
      },
      query,
    );
    // The select list is that of the row's schema, which every answer is checked against under test.
    return { status: 200, body: batchPage.parse({ ...page, items: page.items.map(wireRow) }) };
  },
});

const read = route({
  ...onBatch,
  method: 'GET',
  path: '/settlement-batches/:id',
  action: 'read',
  summary: { zh: '查看批次', en: 'Read a batch' },
  answers: { 200: batchDetail },
  handle: async ({ strapi, scope, params, account, command }) => {
    const { database } = toolsOf(strapi);
    await batchWithin(database, scope, params.id);
    return { status: 200, body: await batchView(database, params.id, account, command.at) };
  },
});

const lines = route({
  ...onBatch,
  method: 'GET',
  path: '/settlement-batches/:id/lines',
  resource: 'settlement-line',
  action: 'list',
  summary: { zh: '批次的行', en: 'Lines of a batch' },
  query: lineQuery,
  answers: { 200: linePage },
  handle: async ({ strapi, scope, params, query, account }) => {
    const { database } = toolsOf(strapi);
    await batchWithin(database, scope, params.id);
    const sight = sightOf(account.role);
    const page = await keysetPage<StoredLine>(
      database,
      {
        select: lineSelect[sight],
        from: LINE_FROM,
        where: [
          { sql: 'l.batch_id = $1', values: [params.id] },
          ...equals('l.state', query.state),
          ...(query.blocker ? [{ sql: `$1 = ANY (${codesFor[sight]})`, values: [query.blocker] }] : []),
        ],
        id: { sql: 'l.id', type: 'bigint' },
      },
      query,
    );
    return { status: 200, body: { ...page, items: await lineViews(database, page.items, sight) } };
  },
});

const blockers = route({
  ...onBatch,
  method: 'GET',
  path: '/settlement-batches/:id/blockers',
  action: 'read',
  summary: { zh: '按原因分组的阻断', en: 'Blockers grouped by reason' },
  answers: { 200: blockerGroups },
  handle: async ({ strapi, scope, params, account }) => {
    const { database } = toolsOf(strapi);
    await batchWithin(database, scope, params.id);
    return { status: 200, body: await blockerGroupsOf(database, params.id, sightOf(account.role)) };
  },
});

const steps = route({
  ...onBatch,
  method: 'GET',
  path: '/settlement-batches/:id/timeline',
  action: 'read',
  summary: { zh: '批次动态', en: 'Timeline of a batch' },
  answers: { 200: timeline },
  handle: async ({ strapi, scope, params }) => {
    const { database } = toolsOf(strapi);
    await batchWithin(database, scope, params.id);
    return { status: 200, body: { items: await timelineOf(database, params.id) } };
  },
});

const recheck = route({
  ...onBatch,
  method: 'POST',
  path: '/settlement-batches/:id/recheck',
  action: 'recheck',
  summary: { zh: '重新校验并报价', en: 'Check again and quote' },
  description: {
    zh: '可只复核指定的行，或带有某个阻断的行；不带内容时复核全部未剔除的行。',
    en: 'Only the named lines, or those with a blocker; without a body, every line that is not excluded.',
  },
  body: recheckRequest,
  answers: { 202: batchAccepted },
  handle: async ({ strapi, scope, params, body, account, command }) => {
    const { database } = toolsOf(strapi);
    await batchWithin(database, scope, params.id);
    const id = await settlementOf(strapi).recheck(command, params.id, { ...body, sight: sightOf(account.role) });
    return { status: 202, body: { batch: await batchView(database, params.id, account, command.at), job: { id } } };
  },
});

const exclude = route({
  ...onBatch,
  method: 'POST',
  path: '/settlement-batches/:id/exclusions',
  action: 'exclude-lines',
  summary: { zh: '剔除行', en: 'Exclude lines' },
  body: excludeRequest,
  answers: { 202: batchAccepted },
  handle: async ({ strapi, scope, params, body, account, command }) => {
    const { database } = toolsOf(strapi);
    await batchWithin(database, scope, params.id);
    const choice = { ...body, sight: sightOf(account.role) };
    const { runId } = await settlementOf(strapi).exclude(command, params.id, choice);
    return {
      status: 202,
      body: { batch: await batchView(database, params.id, account, command.at), job: { id: runId } },
    };
  },
});

export const batchRoutes = [list, read, lines, blockers, steps, recheck, exclude];
