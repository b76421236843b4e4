import { route, type Route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { record } from '@linggong/audit';
import { lockedLook, workerDetail } from '../../api';
import { toolsOf } from '../services';
import { cardsOfWorker, noSuchWorker, workerById } from '../workers/worker-rows';

const look = route({
  method: 'POST',
  path: '/locked-workers/:id/look',
  resource: 'locked-worker',
  action: 'look',
  summary: { zh: '查看已注销人员档案', en: 'Look at the record of a worker who has left' },
  description: {
    zh: '已注销人员的资料仅为法定保存而锁定：查看须写明理由，先留痕后显示（脱敏）。个人信息保护法第四十七条。',
    en: 'What is on record of somebody who has left is locked, kept by law alone: a look needs a reason and is written down before it is answered, masked. PIPL art. 47.',
  },
  params: idParams,
  body: lockedLook,
  answers: { 200: workerDetail },
  // Under no key is it kept for a second look: each has its own reason and entry.
  unkept: true,
  handle: async ({ strapi, params, command }) => ({
    status: 200,
    body: await toolsOf(strapi).database.transaction(async (tx) => {
      const lock = await tx.maybeOne('SELECT FROM parties.locked_people WHERE worker_id = $1', [params.id]);
      if (lock === undefined) throw noSuchWorker();
      await record(tx, command, { action: 'worker.look-locked', subject: { kind: 'worker', id: params.id } });
      return { ...(await workerById(tx, params.id)), cards: await cardsOfWorker(tx, params.id) };
    }),
  }),
});

export const lockedRoutes: readonly Route[] = [look];
