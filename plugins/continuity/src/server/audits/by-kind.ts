import { continuityLimits } from '@linggong/config';
import type { Queryable } from '@linggong/core';
import type { AuditOutcome, Difference } from './difference';

/**
 * Runs a comparison in one statement. `differing` is SQL that gives `kind` and `sample` of every row that does not agree, `compared` SQL
 * of one number; both may use the CTEs of `ctes`.
 */
export async function byKind(
  db: Queryable,
  { ctes, differing, compared }: { ctes: string; differing: string; compared: string },
  values: readonly unknown[] = [],
): Promise<AuditOutcome> {
  const rows = await db.query<Difference & { compared: bigint }>(
    `WITH ${ctes}, differing AS MATERIALIZED (${differing}),
     ranked AS (SELECT kind, sample, row_number() OVER (PARTITION BY kind ORDER BY sample) AS place FROM differing),
     counted AS (SELECT kind, count(*) AS count FROM differing GROUP BY kind)
     SELECT c.kind, c.count, n.compared,
            coalesce((SELECT array_agg(r.sample ORDER BY r.place) FROM ranked r
                       WHERE r.kind = c.kind AND r.place <= ${continuityLimits.findingSamples}), '{}') AS samples
       FROM (SELECT (${compared})::bigint AS compared) n LEFT JOIN counted c ON true ORDER BY c.kind`,
    values,
  );
  // The row of nothing found carries the count alone.
  return {
    compared: rows[0]?.compared ?? 0n,
    differences: rows.filter(({ kind }) => kind !== null).map(onlyDifference),
  };
}

function onlyDifference({ kind, count, samples }: Difference): Difference {
  return { kind, count, samples };
}
