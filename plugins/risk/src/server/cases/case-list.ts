import { consoleResource } from '@linggong/access';
import { caseOutcomes, caseSources, caseStates, caseSubjects, severities } from '../../domain';
import { caseAnswer, SUBJECT_LABEL } from './read-case';

export const caseList = consoleResource({
  name: 'risk-cases',
  resource: 'risk-case',
  from: 'risk.cases c',
  columns: {
    id: { sql: 'c.id', filter: 'relation', sort: true },
    number: { sql: 'c.number', filter: 'prefix', sort: true },
    title: { sql: 'c.title' },
    severity: { sql: 'c.severity', filter: 'enum', values: [...severities] },
    state: { sql: 'c.state', filter: 'enum', values: [...caseStates], sort: true },
    source: { sql: 'c.source', filter: 'enum', values: [...caseSources] },
    rule: { sql: 'c.rule', filter: 'exact' },
    subjectKind: { sql: 'c.subject_kind', filter: 'enum', values: [...caseSubjects] },
    subjectId: { sql: 'c.subject_id' },
    subjectLabel: { sql: SUBJECT_LABEL },
    enterpriseId: { sql: 'c.enterprise_id', filter: 'relation' },
    // Of the credit code, as the map of the risk board counts them.
    province: {
      sql: '(SELECT substr(e.uscc, 3, 2) FROM parties.published_enterprise_facts e WHERE e.enterprise_id = c.enterprise_id)',
      filter: 'exact',
    },
    workerId: { sql: 'c.worker_id', filter: 'relation' },
    owner: { sql: 'c.owner', filter: 'relation' },
    ownerName: { sql: 'c.owner_name' },
    openedAt: { sql: 'c.opened_at', filter: 'instant', sort: true },
    dueAt: { sql: 'c.due_at', filter: 'instant', sort: true },
    timesSeen: { sql: 'c.times_seen' },
    outcome: { sql: 'c.outcome', filter: 'enum', values: [...caseOutcomes] },
    closedAt: { sql: 'c.closed_at', filter: 'instant', sort: true },
  },
  order: { column: 'dueAt', direction: 'ASC' },
  scope: (_account, scope) => (scope.kind === 'all' ? 'all' : 'none'),
  detail: (id, _account, db) => caseAnswer(db, id),
});
