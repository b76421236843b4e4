import { roles } from '@linggong/config/access';
import { consoleResource } from '../console/console-resource';
import { ACCOUNT_USE, BLOCKS_AT } from './unused-accounts';

/** Accounts as the security and the audit administrator see them: who may do what, and when he was last here. */
export const accountList = consoleResource({
  name: 'accounts',
  resource: 'account',
  from: `public.up_users u
         LEFT JOIN public.enterprises e ON e.id = u.enterprise_id
         LEFT JOIN public.workers w ON w.id = u.worker_id
         LEFT JOIN access.credentials c ON c.account_id = u.id
         LEFT JOIN access.holders h ON h.account_id = u.id
         LEFT JOIN access.second_factors f ON f.account_id = u.id
         LEFT JOIN LATERAL (SELECT max(last_seen_at) AS at FROM access.sessions s WHERE s.account_id = u.id) seen ON true
         LEFT JOIN LATERAL (SELECT max(asked_at) AS at FROM access.password_resets r
                             WHERE r.account_id = u.id AND r.closed_at IS NULL AND r.outcome = 'for-security'
                                   AND r.expires_at > now()) asked ON true
         LEFT JOIN (${ACCOUNT_USE}) use ON use.id = u.id`,
  columns: {
    id: { sql: 'u.id', filter: 'relation', sort: true },
    identifier: { sql: 'u.username', filter: 'text', sort: true, searched: true },
    role: { sql: 'u.account_role', filter: 'enum', values: roles, sort: true },
    enterpriseId: { sql: 'u.enterprise_id', filter: 'relation' },
    workerId: { sql: 'u.worker_id', filter: 'relation' },
    // What people call the party: who gives accounts may not open its page.
    partyNumber: { sql: 'coalesce(e.number, w.number)' },
    blocked: { sql: 'coalesce(u.blocked, false)', filter: 'boolean' },
    // Without a password that its holder chose: to be set up by both halves of a code, or with a first one.
    awaitsSetUp: {
      sql: `(coalesce(c.must_change, false) OR EXISTS (SELECT FROM access.set_ups w
               WHERE w.account_id = u.id AND w.used_at IS NULL AND w.expires_at > now()))`,
      filter: 'boolean',
    },
    holderConfirmed: {
      sql: 'CASE WHEN h.account_id IS NOT NULL THEN h.confirmed_at IS NOT NULL END',
      filter: 'boolean',
    },
    secondFactor: { sql: '(f.confirmed_at IS NOT NULL)', filter: 'boolean' },
    passwordChangedAt: { sql: 'c.changed_at', sort: true },
    lastSeenAt: { sql: 'seen.at', sort: true },
    blocksAt: { sql: BLOCKS_AT, filter: 'instant', sort: true },
    resetAskedAt: { sql: 'asked.at', filter: 'instant', sort: true },
    createdAt: { sql: 'u.created_at', filter: 'instant', sort: true },
  },
  scope: (_account, rowScope) => (rowScope.kind === 'all' ? 'all' : 'none'),
});
