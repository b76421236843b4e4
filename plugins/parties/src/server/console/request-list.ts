import { consoleResource, scopeBy } from '@linggong/access';
import { requestKinds, requestStates } from '@linggong/vault/domain';
import { isLocked } from '../locked/locks';
import { requestById } from '../requests/request-rows';

/** What people asked about their own data (个人信息请求), what is due first. */
export const requestList = consoleResource({
  name: 'data-requests',
  resource: 'data-request',
  from: 'vault.published_data_requests r JOIN public.workers w ON w.id = r.worker_id LEFT JOIN parties.locked_people l ON l.worker_id = w.id',
  columns: {
    id: { sql: 'r.id', filter: 'relation', sort: true },
    number: { sql: 'r.number', filter: 'prefix', sort: true, searched: true },
    workerId: { sql: 'r.worker_id', filter: 'relation' },
    workerNumber: { sql: 'w.number', filter: 'prefix', searched: true },
    // Who has left is a number here.
    workerName: { sql: `CASE WHEN ${isLocked('w')} THEN '***' ELSE w.name_masked END` },
    keepsUntil: { sql: 'l.keeps_until' },
    kind: { sql: 'r.kind', filter: 'enum', values: requestKinds, sort: true },
    channel: { sql: 'r.channel', filter: 'enum', values: ['self', 'service'] },
    state: { sql: 'r.state', filter: 'enum', values: requestStates, sort: true },
    receivedAt: { sql: 'r.received_at', filter: 'instant', sort: true },
    dueOn: { sql: 'r.due_on', filter: 'day', sort: true },
    endedAt: { sql: 'r.ended_at', filter: 'instant', sort: true },
  },
  scope: scopeBy({ worker: 'r.worker_id' }),
  detail: (id, _account, db, { scope }) => requestById(db, scope, id),
});
