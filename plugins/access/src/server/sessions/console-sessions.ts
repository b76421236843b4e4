import { roles, signInPolicy } from '@linggong/config/access';
import { consoleResource } from '../console/console-resource';

/** A session that is over says why, and one that idled away or came to its end says that. */
const state = `CASE WHEN s.ended_at IS NOT NULL THEN coalesce(s.ended_because, 'signed-out')
                    WHEN s.ends_at <= now() OR s.last_seen_at <= now() - interval '${signInPolicy.sessionIdleMinutes} minutes' THEN 'lapsed'
                    ELSE 'live' END`;

const sessionStates = [
  'live',
  'lapsed',
  'signed-out',
  'by-holder',
  'by-administrator',
  'password-changed',
  'password-reset',
  'second-factor-changed',
  'blocked',
  'token-reused',
] as const;

/** Sessions (登录会话) of everybody, for the security and the audit administrator: who is here, from where, since when. */
export const sessionList = consoleResource({
  name: 'sessions',
  idKind: 'uuid',
  resource: 'session',
  from: 'access.sessions s JOIN public.up_users u ON u.id = s.account_id',
  order: { column: 'startedAt', direction: 'DESC' },
  columns: {
    id: { sql: 's.id', filter: 'uuid', sort: true },
    accountId: { sql: 's.account_id', filter: 'relation' },
    identifier: { sql: 'u.username', filter: 'text', sort: true, searched: true },
    role: { sql: 'u.account_role', filter: 'enum', values: roles, sort: true },
    state: { sql: state, filter: 'enum', values: [...sessionStates] },
    secondFactor: { sql: 's.second_factor', filter: 'enum', values: ['totp', 'recovery-code'] },
    startedAt: { sql: 's.started_at', filter: 'instant', sort: true },
    lastSeenAt: { sql: 's.last_seen_at', filter: 'instant', sort: true },
    endsAt: { sql: 's.ends_at', sort: true },
    endedAt: { sql: 's.ended_at', sort: true },
    address: { sql: 's.address', filter: 'exact' },
    device: { sql: 's.device' },
    deviceNumber: { sql: 's.device_number', filter: 'exact' },
  },
  scope: (_account, rowScope) => (rowScope.kind === 'all' ? 'all' : 'none'),
});
