import type { Queryable } from '@linggong/core';

/** Seconds after which an entry that is committed must be sealed (R9.5: the unsealed tail is at most ten seconds). */
export const unsealedSecondsMax = 10;

/** What is wrong with the log at this moment, for the findings of continuity. `samples` are numbers of entries and days. */
export interface LogWarning {
  readonly kind: 'unsealed';
  readonly count: bigint;
  readonly samples: readonly string[];
}

/** Looks at the state of the log, not at its rows: cheap enough for every half minute. */
export async function logWarnings(db: Queryable): Promise<LogWarning[]> {
  // By the clock of the database, which dated the entries.
  const { count, samples } = await db.one<{ count: bigint; samples: string[] }>(
    `SELECT count(*) AS count, coalesce((array_agg(seq::text ORDER BY seq))[1:20], '{}') AS samples
       FROM audit.published_unsealed WHERE recorded_at < clock_timestamp() - make_interval(secs => $1)`,
    [unsealedSecondsMax],
  );
  return count === 0n ? [] : [{ kind: 'unsealed', count, samples }];
}

/** How many entries are sealed, by the blocks: an exact count of the entries would read the log whole. */
export async function sealedRows(db: Queryable): Promise<bigint> {
  const { rows } = await db.one<{ rows: bigint }>(
    'SELECT coalesce(sum(rows), 0)::bigint AS rows FROM audit.published_blocks',
  );
  return rows;
}
