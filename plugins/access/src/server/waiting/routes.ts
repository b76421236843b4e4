import { clockOf, databaseOf } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import { waitingAnswer } from '../../api/waiting';
import { route } from '../http/define-route';
import { readWaiting } from './read-waiting';
import { waitingKindsOf } from './waiting-kinds';

const waiting = route({
  method: 'GET',
  path: '/me/waiting',
  resource: 'own-account',
  action: 'read-waiting',
  summary: { zh: '等我办理的事项', en: 'What waits for my decision' },
  description: {
    zh: '一次返回等待本人办理的全部事项：审核、审批、阻断、差异、报价到期、退汇、申报期等，每类最多 50 项（最紧急的在前），`count` 为该类总数。只含本人在对应列表中可见的记录。',
    en: 'Everything that waits for the caller in one answer: reviews, approvals, blockers, differences, expiring quotes, returned payments, periods to file and so on; of each kind at most 50, the most urgent first, and `count` says how many there are. It holds only what the caller sees in the lists they stand in.',
  },
  answers: { 200: waitingAnswer },
  handle: async ({ strapi, account }) => {
    const at = clockOf(strapi).now();
    const kinds = waitingKindsOf(strapi).of(account.role);
    return { status: 200, body: await readWaiting(databaseOf(strapi), kinds, account, { at, today: shanghaiDay(at) }) };
  },
});

export const waitingRoutes = [waiting];
