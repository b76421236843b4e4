import { consoleResource } from '@linggong/access';
import { complaintStates } from '../../api';
import { TOLD_IN } from '../cases/read-case';
import { STATE_TOLD } from './complaint-state';

/** When somebody of the house first took it; and when the complainant was first answered. */
const FIRST_STEPS = `LEFT JOIN LATERAL (
    SELECT min(s.at) FILTER (WHERE s.step = 'taken') AS taken_at, min(s.at) FILTER (WHERE s.step = 'answered') AS answered_at
      FROM risk.case_steps s WHERE s.case_id = c.id AND s.step IN ('taken', 'answered')) first ON true`;

/**
 * Complaints by their clock (投诉; GB/T 19012 clause 8.3, R12.2), for those who speak with complainants: how far each is, by when it is to be
 * answered, whether that was kept. Grade, owner and outcome of the case stay with risk.
 */
export const complaintList = consoleResource({
  name: 'complaints',
  resource: 'complaint',
  from: `(SELECT * FROM risk.cases WHERE source = 'complaint') c ${FIRST_STEPS}`,
  columns: {
    id: { sql: 'c.id', filter: 'relation', sort: true },
    number: { sql: `c.facts ->> 'record'`, filter: 'prefix', searched: true },
    recordId: { sql: TOLD_IN },
    title: { sql: 'c.title' },
    state: { sql: STATE_TOLD, filter: 'enum', values: [...complaintStates] },
    toldAt: { sql: 'c.opened_at', filter: 'instant', sort: true },
    takenAt: { sql: 'first.taken_at', filter: 'instant' },
    dueAt: { sql: 'c.due_at', filter: 'instant', sort: true },
    firstAnsweredAt: { sql: 'first.answered_at', filter: 'instant' },
    closedAt: { sql: 'c.closed_at', filter: 'instant', sort: true },
    // Of those that are answered; one that is still open has not kept its clock yet.
    inTime: { sql: 'c.closed_at <= c.due_at', filter: 'boolean' },
  },
  order: { column: 'dueAt', direction: 'ASC' },
  scope: (_account, scope) => (scope.kind === 'all' ? 'all' : 'none'),
});
