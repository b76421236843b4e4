import { route } from '@linggong/access';
import { batchAccepted, editLineRequest, lineParams, settlementLineDetail } from '../../api';
import { amountTextOf } from '../read/amount-text';
import { batchView } from '../read/batch-view';
import { lineDetail } from '../read/line-trace';
import { settlementOf, toolsOf } from '../services';
import { lineWithin } from './within';

const read = route({
  method: 'GET',
  path: '/settlement-lines/:id',
  resource: 'settlement-line',
  action: 'read',
  summary: { zh: '查看行与计税过程', en: 'Read a line with its tax trace' },
  params: lineParams,
  answers: { 200: settlementLineDetail },
  handle: async ({ strapi, scope, params, account, command }) => {
    const { database, vault } = toolsOf(strapi);
    await lineWithin(database, scope, params.id);
    const amountText = await amountTextOf(database, vault, command, params.id, account);
    return { status: 200, body: { ...(await lineDetail(database, params.id, command.at, account)), amountText } };
  },
});

const edit = route({
  method: 'PATCH',
  path: '/settlement-lines/:id',
  resource: 'settlement-line',
  action: 'edit',
  summary: { zh: '就地改正', en: 'Correct a line in place' },
  description: {
    zh: '只提交要改的单元格；改正后只复核该行。脱敏后的内容不能提交。',
    en: 'Only the cells that change; only this line is checked again. A masked value is refused.',
  },
  params: lineParams,
  body: editLineRequest,
  answers: { 202: batchAccepted },
  handle: async ({ strapi, scope, params, body, account, command }) => {
    const { database } = toolsOf(strapi);
    await lineWithin(database, scope, params.id);
    const { batchId, runId } = await settlementOf(strapi).editLine(command, params.id, body);
    const batch = await batchView(database, batchId, account, command.at);
    return { status: 202, body: { batch, job: { id: runId } } };
  },
});

export const lineRoutes = [read, edit];
