import type { Command, Queryable, Tx } from '@linggong/core';
import { shanghaiDay, type Day } from '@linggong/core/domain';
import type { Jobs } from '@linggong/jobs';
import { decideTable, inForce, type ConfiguredBy } from '@linggong/studio';
import type { DecisionTable } from '@linggong/studio/domain';
import {
  CLASSES_KEY,
  classIn,
  RATING_KEY,
  unknownFacts,
  verdictOfRating,
  worse,
  type RatingClass,
  type RatingFacts,
  type RatingVerdict,
} from '../../domain/ratings';
import type { RatingSource } from './rating-sources';
import { readRatingFacts } from './read-facts';

export type RatingCause = 'nightly' | 'credit-check' | 'event' | 'override' | 'asked';

export interface RatingTools {
  readonly jobs: Pick<Jobs, 'emit'>;
  readonly sources: readonly RatingSource[];
}

/** An enterprise as it is rated now. */
export interface Rated {
  readonly enterpriseId: number;
  readonly facts: RatingFacts;
  readonly verdict: RatingVerdict;
  readonly computed: RatingClass;
  readonly class: RatingClass;
  readonly overrideId: number | null;
}

/** What came of a run. */
export interface RatingRun {
  readonly rated: number;
  /** Whose class, score, reasons or versions are others than before. */
  readonly changed: number;
  /** Whom the table suspends, changed or not. */
  readonly suspends: readonly Rated[];
}

interface Policies {
  readonly table: ConfiguredBy<DecisionTable>;
  readonly classes: ConfiguredBy<DecisionTable>;
}

/**
 * Rates enterprises (评级, R6.2) by the tables in force on the facts of the day of the command, and keeps what is another than before:
 * computed again, nothing is added. A class that changed is told as `risk.rating.changed`. Set-based: some statements a chunk.
 * @param ids at most a thousand
 * @throws Problem 503 `configuration-missing`; `table-not-decided`
 */
export async function rateEnterprises(
  tools: RatingTools,
  tx: Tx,
  command: Command,
  ids: readonly number[],
  cause: RatingCause,
): Promise<RatingRun> {
  if (ids.length === 0) return { rated: 0, changed: 0, suspends: [] };
  // In the order of their numbers, so that two runs wait for each other and none adds what the other has.
  await tx.query(
    `SELECT pg_advisory_xact_lock(hashtextextended('risk.ratings', id)) FROM (SELECT unnest($1::int[]) AS id ORDER BY 1) o`,
    [ids],
  );
  const policies = await policiesInForce(tx);
  const rated = await compute(tools, tx, policies, ids, shanghaiDay(command.at));
  const kept = await keep(tx, command, policies, rated, cause);
  for (const { enterpriseId, ratingId, before, after } of kept.filter((one) => one.before !== one.after)) {
    const payload = { enterpriseId, ratingId, before, after };
    await tools.jobs.emit(
      tx,
      { type: 'risk.rating.changed', key: `enterprise-${enterpriseId.toString()}`, payload },
      command,
    );
  }
  return { rated: rated.length, changed: kept.length, suspends: rated.filter(({ verdict }) => verdict.suspends) };
}

async function policiesInForce(db: Queryable): Promise<Policies> {
  return {
    table: await inForce<DecisionTable>(db, 'decision-table', RATING_KEY),
    classes: await inForce<DecisionTable>(db, 'decision-table', CLASSES_KEY),
  };
}

async function compute(
  { sources }: RatingTools,
  db: Queryable,
  { table, classes }: Policies,
  ids: readonly number[],
  day: Day,
): Promise<Rated[]> {
  const facts = await readRatingFacts(db, sources, ids, day);
  const given = [...facts.entries()];
  const verdicts = (
    await decideTable(
      table.content,
      given.map(([, one]) => one),
    )
  ).map(verdictOfRating);
  const byScore = await decideTable(
    classes.content,
    verdicts.map(({ score }) => ({ score })),
  );
  const overrides = await overridesOn(db, ids, day);
  return given.flatMap(([enterpriseId, one], at) => {
    const verdict = verdicts[at];
    if (!verdict) return [];
    const computed = worse(classIn(byScore[at]?.answer?.['class']), verdict.cap);
    const override = overrides.get(enterpriseId);
    return [
      {
        enterpriseId,
        facts: one,
        verdict,
        computed,
        class: override?.class ?? computed,
        overrideId: override?.id ?? null,
      },
    ];
  });
}

async function overridesOn(
  db: Queryable,
  ids: readonly number[],
  day: Day,
): Promise<Map<number, { id: number; class: RatingClass }>> {
  const rows = await db.query<{ id: number; enterpriseId: number; class: RatingClass }>(
    `SELECT id, enterprise_id AS "enterpriseId", class FROM risk.rating_overrides
      WHERE enterprise_id = ANY ($1::int[]) AND state = 'in-force' AND $2::date BETWEEN starts_on AND ends_on`,
    [ids, day],
  );
  return new Map(rows.map(({ enterpriseId, ...row }) => [enterpriseId, row]));
}

/** Only what is another than the rating that holds; a day more since the last check is no other rating. */
const KEEP = `
WITH told AS (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS t (enterprise_id int, class text, computed_class text, score int, facts jsonb, unknown text[],
    hits text[], reasons jsonb, suspends boolean, override_id int)
), other AS (
  SELECT t.*, r.class AS before FROM told t
    LEFT JOIN risk.rating_heads h ON h.enterprise_id = t.enterprise_id LEFT JOIN risk.ratings r ON r.id = h.rating_id
   WHERE r.id IS NULL OR (r.class, r.computed_class, r.score, r.hits, r.unknown, r.table_version, r.classes_version)
       IS DISTINCT FROM (t.class, t.computed_class, t.score, t.hits, t.unknown, $2::int, $3::int)
      OR r.override_id IS DISTINCT FROM t.override_id
), added AS (
  INSERT INTO risk.ratings (enterprise_id, class, previous_class, computed_class, score, facts, unknown, hits, reasons, suspends, table_version,
    classes_version, override_id, cause, rated_at)
  SELECT enterprise_id, class, before, computed_class, score, facts, unknown, hits, reasons, suspends, $2, $3, override_id, $4, $5
    FROM other ORDER BY enterprise_id
  RETURNING id, enterprise_id, class, previous_class
), moved AS (
  INSERT INTO risk.rating_heads AS h (enterprise_id, rating_id, class, since, looked_at)
  SELECT enterprise_id, id, class, $6::date, $5 FROM added
  ON CONFLICT (enterprise_id) DO UPDATE SET rating_id = excluded.rating_id, looked_at = excluded.looked_at,
    since = CASE WHEN h.class = excluded.class THEN h.since ELSE excluded.since END, class = excluded.class
), looked AS (
  UPDATE risk.rating_heads h SET looked_at = $5 FROM told t
   WHERE h.enterprise_id = t.enterprise_id AND NOT EXISTS (SELECT FROM other o WHERE o.enterprise_id = t.enterprise_id)
)
SELECT id AS "ratingId", enterprise_id AS "enterpriseId", previous_class AS before, class AS after FROM added ORDER BY enterprise_id`;

interface Kept {
  readonly ratingId: number;
  readonly enterpriseId: number;
  readonly before: RatingClass | null;
  readonly after: RatingClass;
}

function keep(
  tx: Tx,
  { at }: Command,
  { table, classes }: Policies,
  rated: readonly Rated[],
  cause: RatingCause,
): Promise<Kept[]> {
  const rows = rated.map(({ enterpriseId, facts, verdict, computed, overrideId, ...one }) => ({
    enterprise_id: enterpriseId,
    class: one.class,
    computed_class: computed,
    score: verdict.score,
    facts,
    unknown: unknownFacts(facts),
    hits: verdict.hits,
    reasons: verdict.reasons,
    suspends: verdict.suspends,
    override_id: overrideId,
  }));
  const versions = [table.versionId, classes.versionId];
  return tx.query<Kept>(KEEP, [JSON.stringify(rows), ...versions, cause, at, shanghaiDay(at)]);
}
