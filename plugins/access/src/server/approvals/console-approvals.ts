import { matrix } from '@linggong/config/access';
import type { RowScope } from '../../domain/row-scope';
import { approvalStates } from '../../domain/approval';
import { consoleResource, type ConsoleScope } from '../console/console-resource';
import { delegatedSql } from '../delegations/delegated';
import type { Account } from '../http/account';

const marked = matrix.flatMap(({ resource, action, approval }) => (approval ? [`${resource}:${action}`] : []));

/** Requests that an account sees: its own, those of its enterprise, those that wait for its role or for who delegated to it, or all. */
export function approvalScope(account: Account, scope: RowScope, at: Date): ConsoleScope {
  if (scope.kind === 'all') return 'all';
  if (scope.kind === 'enterprise') return { sql: 'a.enterprise_id = $1', values: [scope.enterpriseId] };
  return { sql: `(a.maker = $1 OR $2 = ANY (a.deciders) OR ${delegatedSql})`, values: [account.id, account.role, at] };
}

/** The inbox (审批箱): what waits, what was asked, and how it ended. */
export const approvalList = consoleResource({
  name: 'approvals',
  idKind: 'uuid',
  resource: 'approval',
  from: 'access.approvals a',
  order: { column: 'askedAt', direction: 'DESC' },
  columns: {
    id: { sql: 'a.id', filter: 'uuid', sort: true },
    // One word for what is asked, such as `channel-limit:set`; the console has the texts.
    what: { sql: `a.resource || ':' || a.action`, filter: 'enum', values: marked },
    resource: { sql: 'a.resource', filter: 'exact' },
    action: { sql: 'a.action' },
    subjectId: { sql: 'a.subject_id', filter: 'exact' },
    subjectLabel: { sql: 'a.subject_label', filter: 'prefix', searched: true },
    state: { sql: 'a.state', filter: 'enum', values: approvalStates, sort: true },
    makerName: { sql: 'a.maker_name', filter: 'exact' },
    reason: { sql: 'a.reason' },
    decidedName: { sql: 'a.decided_name' },
    decidedForName: { sql: 'a.decided_for_name' },
    askedAt: { sql: 'a.asked_at', filter: 'instant', sort: true },
    expiresAt: { sql: 'a.expires_at', sort: true },
    decidedAt: { sql: 'a.decided_at', sort: true },
  },
  scope: approvalScope,
});
