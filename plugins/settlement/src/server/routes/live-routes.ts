import { binary, eventStreamType, route, watch } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { batchProgress } from '../../api';
import { batchProgressOf } from '../read/batch-progress';
import { toolsOf } from '../services';
import { batchWithin } from './within';

const events = route({
  method: 'GET',
  path: '/settlement-batches/:id/events',
  resource: 'settlement-batch',
  action: 'read',
  summary: { zh: '批次进度，实时', en: 'Progress of a batch, live' },
  description: {
    zh: 'Server-sent events：先给出全部进度，之后每有变化给出一次（事件 progress）；批次取消后以事件 end 结束。已完成的批次仍会告知退汇。连接中断时改用 GET /settlement-batches/{id}。',
    en: 'Server-sent events: the whole progress first, then again with each change (event `progress`); it ends with the event `end` once the batch is cancelled. Of a completed one returned payments are still told. Where it is cut, ask GET /settlement-batches/{id}.',
  },
  params: idParams,
  answers: { 200: binary(eventStreamType) },
  handle: async (call) => {
    const { database } = toolsOf(call.strapi);
    const { id } = call.params;
    await batchWithin(database, call.scope, id);
    const signal = `batch:${id}`;
    return watch(call, {
      concerns: (told) => told === signal,
      read: async () => {
        const data = batchProgress.parse(await batchProgressOf(database, id));
        return { data, isLast: data.state === 'cancelled' };
      },
    });
  },
});

export const liveRoutes = [events];
