import type { Queryable } from '@linggong/core';

/** Seconds after which an entry that is committed must be sealed (R9.5: the unsealed tail is at most ten seconds). */
export const unsealedSecondsMax = 10;

/** What is wrong with the log at this moment, for the findings of continuity. `samples` are numbers of entries and days. */
export interface LogWarning {
  readonly kind: 'unsealed' | 'root-missing' | 'broken';
  readonly count: bigint;
  readonly samples: readonly string[];
}

/** Looks at the state of the log, not at its rows: cheap enough for every half minute. All by the clock of the database. */
export async function logWarnings(db: Queryable): Promise<LogWarning[]> {
  const warnings = [await unsealed(db), await rootMissing(db), await broken(db)];
  return warnings.filter(({ count }) => count > 0n);
}

async function unsealed(db: Queryable): Promise<LogWarning> {
  const found = await db.one<Omit<LogWarning, 'kind'>>(
    `SELECT count(*) AS count, coalesce((array_agg(seq::text ORDER BY seq))[1:20], '{}') AS samples
       FROM audit.published_unsealed WHERE recorded_at < clock_timestamp() - make_interval(secs => $1)`,
    [unsealedSecondsMax],
  );
  return { kind: 'unsealed', ...found };
}

/** Days that are over for more than two hours and have no signed root. */
async function rootMissing(db: Queryable): Promise<LogWarning> {
  const found = await db.one<Omit<LogWarning, 'kind'>>(
    `SELECT count(*) AS count, coalesce((array_agg(day::date::text ORDER BY day))[1:20], '{}') AS samples
       FROM (SELECT coalesce((SELECT max(day) + 1 FROM audit.published_roots),
               (SELECT (sealed_at AT TIME ZONE 'Asia/Shanghai')::date FROM audit.published_blocks ORDER BY no LIMIT 1)) AS first) f,
            generate_series(f.first, ((clock_timestamp() - interval '26 hours') AT TIME ZONE 'Asia/Shanghai')::date, interval '1 day') day`,
  );
  return { kind: 'root-missing', ...found };
}

/** The last verification found the log broken; the next that finds it whole ends this. */
async function broken(db: Queryable): Promise<LogWarning> {
  const last = await db.maybeOne<{ ok: boolean; kind: string; seq: string | null }>(
    `SELECT ok, first_broken ->> 'kind' AS kind, first_broken ->> 'seq' AS seq FROM audit.published_verifications
      ORDER BY finished_at DESC LIMIT 1`,
  );
  if (last?.ok !== false) return { kind: 'broken', count: 0n, samples: [] };
  return { kind: 'broken', count: 1n, samples: [`${last.kind} ${last.seq ?? ''}`.trim()] };
}

/** How many entries are sealed, by the blocks: an exact count of the entries would read the log whole. */
export async function sealedRows(db: Queryable): Promise<bigint> {
  const { rows } = await db.one<{ rows: bigint }>(
    'SELECT coalesce(sum(rows), 0)::bigint AS rows FROM audit.published_blocks',
  );
  return rows;
}
