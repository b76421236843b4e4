import { consoleResource } from '@linggong/access';

/**
 * People who have left (已注销人员): numbers, days and laws, and nothing of who they are. The detail says which terms hold one of them until
 * when; a look at his record is a call of its own, with a reason.
 */
export const lockedList = consoleResource({
  name: 'locked-workers',
  resource: 'locked-worker',
  from: `parties.locked_people l JOIN public.workers w ON w.id = l.worker_id
    LEFT JOIN vault.published_destroyed_people d ON d.worker_id = l.worker_id`,
  columns: {
    id: { sql: 'l.worker_id', filter: 'relation', sort: true },
    number: { sql: 'w.number', filter: 'prefix', sort: true, searched: true },
    state: { sql: 'w.state', filter: 'enum', values: ['deregistered', 'erased'] },
    lockedAt: { sql: 'l.locked_at', filter: 'instant', sort: true },
    keepsUntil: { sql: 'l.keeps_until', filter: 'instant', sort: true },
    countedAt: { sql: 'l.counted_at' },
    erasedAt: { sql: 'l.erased_at', filter: 'instant', sort: true },
    certificate: { sql: 'd.number', filter: 'prefix' },
    terms: { sql: 'l.terms' },
  },
  scope: (_account, { kind }) => (kind === 'all' ? 'all' : 'none'),
});
