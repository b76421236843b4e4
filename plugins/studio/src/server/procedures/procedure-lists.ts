import { consoleResource } from '@linggong/access';
import { ownProcedureOf } from './own-procedure';

const states = ['waiting', 'late', 'acknowledged'];

/** The procedures that bind whoever looks (我的制度), each in the version in force: what he has to acknowledge, and what he did. */
export const ownProcedureList = consoleResource({
  name: 'own-procedures',
  resource: 'own-acknowledgement',
  from: 'studio.procedure_duties d',
  columns: {
    id: { sql: 'd.configuration_id', filter: 'relation', sort: true },
    nameZh: { sql: 'd.name_zh', filter: 'text', sort: true },
    nameEn: { sql: 'd.name_en', filter: 'text', sort: true },
    versionNo: { sql: 'd.version_no' },
    state: { sql: 'd.state', filter: 'enum', values: states },
    askedOn: { sql: 'd.asked_on', sort: true },
    dueOn: { sql: 'd.due_on', filter: 'day', sort: true },
    acknowledgedAt: { sql: 'd.acknowledged_at', sort: true },
  },
  order: { column: 'dueOn', direction: 'ASC' },
  scope: ({ id }) => ({ sql: 'd.account_id = $1', values: [id] }),
  detail: (id, account, db) => ownProcedureOf(db, id, account.id),
});

/** Who of those whom procedures bind has acknowledged them, and who has not, since when (制度确认情况, R1.7). */
export const acknowledgementList = consoleResource({
  name: 'acknowledgements',
  resource: 'acknowledgement',
  idKind: 'uuid',
  from: 'studio.procedure_duties d',
  columns: {
    id: { sql: 'd.id', filter: 'uuid', sort: true },
    configurationId: { sql: 'd.configuration_id', filter: 'relation' },
    nameZh: { sql: 'd.name_zh', filter: 'text', sort: true },
    nameEn: { sql: 'd.name_en', filter: 'text', sort: true },
    versionNo: { sql: 'd.version_no' },
    accountName: { sql: 'd.account_name', filter: 'prefix', sort: true },
    role: { sql: 'd.role', filter: 'exact', sort: true },
    state: { sql: 'd.state', filter: 'enum', values: states, sort: true },
    askedOn: { sql: 'd.asked_on', filter: 'day', sort: true },
    dueOn: { sql: 'd.due_on', filter: 'day', sort: true },
    acknowledgedAt: { sql: 'd.acknowledged_at', filter: 'instant', sort: true },
  },
  order: { column: 'dueOn', direction: 'ASC' },
  scope: () => 'all',
});
