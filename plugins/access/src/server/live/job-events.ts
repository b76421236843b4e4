import { listJobs } from '@linggong/jobs';
import type { RowScope } from '../../domain/row-scope';
import { route } from '../http/define-route';
import { binary } from '../http/route';
import { eventStreamType, watch } from './watch';

/** The menu of running jobs shows so many. */
const SHOWN = 5;

/** Whether a signal of the line, `run:account:enterprise:worker`, tells of a job within the scope. */
export function isRunWithin(scope: RowScope, signal: string): boolean {
  const [kind, account, enterprise, worker] = signal.split(':');
  if (kind !== 'run') return false;
  switch (scope.kind) {
    case 'all':
      return true;
    case 'account':
      return account === scope.accountId.toString();
    case 'enterprise':
      return enterprise === scope.enterpriseId.toString();
    case 'worker':
      return worker === scope.workerId.toString();
  }
}

/** The running jobs (后台任务) of the caller, live; it ends when none runs. */
export const jobEvents = route({
  method: 'GET',
  path: '/jobs/events',
  resource: 'job',
  action: 'list',
  summary: { zh: '正在运行的后台任务，实时', en: 'Running jobs, live' },
  description: {
    zh: 'Server-sent events。事件 progress 的数据是最多 5 个正在运行的任务（id、name、state、stage、done、total）；没有任务运行时以事件 end 结束。连接中断时改用 GET /jobs?state=running。',
    en: 'Server-sent events. An event `progress` holds at most 5 running jobs (id, name, state, stage, done, total); it ends with the event `end` when none runs. Where it is cut, ask GET /jobs?state=running.',
  },
  answers: { 200: binary(eventStreamType) },
  handle: async (call) =>
    watch(call, {
      concerns: (signal) => isRunWithin(call.scope, signal),
      read: async () => {
        const query = { limit: SHOWN, state: 'running' };
        const { body } = await listJobs.handle({ strapi: call.strapi, scope: call.scope, query });
        const items = body.items.map(({ id, name, state, stage, done, total }) => ({
          id,
          name,
          state,
          stage,
          done,
          total,
        }));
        return { data: { items }, isLast: items.length === 0 };
      },
    }),
});
