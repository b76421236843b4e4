import type { Queryable } from '@linggong/core';

/** Bounds beyond which the audit administrator is told (旁证告警). */
export const witnessLimits = { silentSeconds: 60, lagBytes: 1024 ** 3 } as const;

/** What is wrong with the watch on the write-ahead log, for the findings of continuity. `samples` are numbers, places and names of tables. */
export interface WitnessWarning {
  readonly kind: WitnessFault;
  readonly count: bigint;
  readonly samples: readonly string[];
}

export type WitnessFault =
  | 'not-watched'
  | 'witness-silent'
  | 'slot-missing'
  | 'slot-lost'
  | 'slot-inactive'
  | 'slot-lagging'
  | 'bypass'
  | 'watch-altered'
  | 'gap';

/** By what the server itself says of the slot, so that a dead witness is noticed too. Cheap enough for every half minute. */
export async function witnessWarnings(db: Queryable): Promise<WitnessWarning[]> {
  return [...(await standing(db)), ...(await unacknowledged(db))];
}

/** How many records there are: what was compared. */
export async function witnessRecords(db: Queryable): Promise<bigint> {
  const { count } = await db.one<{ count: bigint }>(
    'SELECT COALESCE(max(no), 0)::bigint AS count FROM witness.published_transactions',
  );
  return count;
}

interface Standing {
  readonly slot: string;
  readonly silent: number;
  readonly there: boolean;
  readonly active: boolean | null;
  readonly status: string | null;
  readonly lag: bigint | null;
}

async function standing(db: Queryable): Promise<WitnessWarning[]> {
  const state = await db.maybeOne<Standing>(
    `SELECT s.slot, extract(epoch FROM clock_timestamp() - s.heartbeat_at)::float8 AS silent, r.slot_name IS NOT NULL AS there,
            r.active, r.wal_status AS status, pg_wal_lsn_diff(pg_current_wal_lsn(), r.confirmed_flush_lsn)::bigint AS lag
       FROM witness.published_state s LEFT JOIN pg_replication_slots r ON r.slot_name = s.slot`,
  );
  if (!state) return [{ kind: 'not-watched', count: 1n, samples: [] }];
  return faultsOf(state).map((kind) => ({ kind, count: 1n, samples: [state.slot] }));
}

function faultsOf({ silent, there, active, status, lag }: Standing): WitnessFault[] {
  const isSilent = silent > witnessLimits.silentSeconds;
  const faults: WitnessFault[] = isSilent ? ['witness-silent'] : [];
  if (!there) return [...faults, 'slot-missing'];
  if (status === 'lost') return [...faults, 'slot-lost'];
  // Without a reader for as long as nobody has been heard of: a restart of it takes seconds.
  if (active === false && isSilent) faults.push('slot-inactive');
  if ((lag ?? 0n) > BigInt(witnessLimits.lagBytes)) faults.push('slot-lagging');
  return faults;
}

const kinds = { bypass: 'bypass', watch: 'watch-altered', gap: 'gap' } as const;

/**
 * Each record must be acknowledged with a reason; until then it is a finding. An acknowledgement counts with its entry in the audit log: the
 * application's password alone can make the one, and the other by a bypass that is on record itself.
 */
async function unacknowledged(db: Queryable): Promise<WitnessWarning[]> {
  const rows = await db.query<{ kind: keyof typeof kinds; count: bigint; samples: string[] }>(
    `SELECT kind, count(*) AS count, (array_agg(no::text ORDER BY no))[1:20] AS samples
       FROM witness.published_transactions t
      WHERE state = 'open' OR (state = 'acknowledged' AND NOT EXISTS (
        SELECT FROM audit.published_entries e WHERE e.subject_kind = 'audit-bypass' AND e.subject_id = t.no::text
           AND e.action = 'audit-bypass.acknowledge'))
      GROUP BY kind ORDER BY kind`,
  );
  return rows.map(({ kind, count, samples }) => ({ kind: kinds[kind], count, samples }));
}
