import { consoleResource, scopeBy } from '../console/console-resource';

/** Delegations (委托): those that one gave or was given; all of them for the two administrators who watch. */
export const delegationList = consoleResource({
  name: 'delegations',
  resource: 'delegation',
  from: 'access.delegations g',
  columns: {
    id: { sql: 'g.id', filter: 'relation', sort: true },
    fromAccount: { sql: 'g.from_account', filter: 'relation' },
    fromName: { sql: 'g.from_name', filter: 'exact', searched: true },
    toAccount: { sql: 'g.to_account', filter: 'relation' },
    toName: { sql: 'g.to_name', filter: 'exact', searched: true },
    resource: { sql: 'g.resource', filter: 'exact' },
    state: {
      sql: `CASE WHEN g.ended_at IS NULL THEN 'live' ELSE 'ended' END`,
      filter: 'enum',
      values: ['live', 'ended'],
    },
    reason: { sql: 'g.reason' },
    fromAt: { sql: 'g.from_at', filter: 'instant', sort: true },
    untilAt: { sql: 'g.until_at', filter: 'instant', sort: true },
    endedAt: { sql: 'g.ended_at', sort: true },
    endedBecause: { sql: 'g.ended_because' },
  },
  scope: scopeBy({ queue: '(g.from_account = $1 OR g.to_account = $1)' }),
});
