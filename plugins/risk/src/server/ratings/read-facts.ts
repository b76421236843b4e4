import type { Queryable } from '@linggong/core';
import type { Day } from '@linggong/core/domain';
import { ratingFacts, type RatingFacts } from '../../domain/ratings';
import type { RatingSource } from './rating-sources';

const percent = (part: string, whole: string): string => `round(100.0 * ${part} / nullif(${whole}, 0), 2)::float8`;

/**
 * What risk itself knows of enterprises $1 at the end of day $2 (Asia/Shanghai): checks, cases, inspections, decisions, reviews of tasks.
 * One statement, whatever their number; each part goes by an index of its enterprise.
 */
const FACTS = `
WITH asked AS (SELECT id FROM unnest($1::int[]) AS a (id)),
ends AS (SELECT ($2::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' AS at),
checks AS (
  SELECT a.id, c.register_state, c.outcome, c.name_agrees, c.representative_agrees, c.dishonest, c.abnormal, c.lawsuits, c.founded_on, c.checked_at
    FROM asked a CROSS JOIN LATERAL (
      SELECT * FROM risk.credit_checks k WHERE k.enterprise_id = a.id AND k.outcome <> 'unanswered' ORDER BY k.id DESC LIMIT 1) c),
marks AS (
  -- The last source that speaks of a mark: one without lists does not make anybody honest.
  SELECT a.id,
    (SELECT k.dishonest FROM risk.credit_checks k WHERE k.enterprise_id = a.id AND k.dishonest IS NOT NULL ORDER BY k.id DESC LIMIT 1) AS dishonest,
    (SELECT k.abnormal FROM risk.credit_checks k WHERE k.enterprise_id = a.id AND k.abnormal IS NOT NULL ORDER BY k.id DESC LIMIT 1) AS abnormal,
    (SELECT k.lawsuits FROM risk.credit_checks k WHERE k.enterprise_id = a.id AND k.lawsuits IS NOT NULL ORDER BY k.id DESC LIMIT 1) AS lawsuits
    FROM asked a),
reviews AS (
  SELECT r.enterprise_id AS id, count(*)::int AS n, (count(*) FILTER (WHERE r.action = 'return'))::int AS returned
    FROM tasks.published_task_reviews r, ends
   WHERE r.enterprise_id = ANY ($1::int[]) AND r.at < ends.at AND r.at >= ends.at - interval '365 days' GROUP BY 1),
stopped AS (
  SELECT d.enterprise_id AS id, count(*)::int AS n FROM risk.decisions d
   WHERE d.enterprise_id = ANY ($1::int[]) AND d.moment = 'line' AND d.day > $2::date - 90 AND d.day <= $2::date AND d.outcome <> 'approve' GROUP BY 1),
singly AS (
  SELECT d.enterprise_id AS id, count(*)::int AS n FROM risk.decisions d
   WHERE d.enterprise_id = ANY ($1::int[]) AND d.moment = 'line' AND d.day > $2::date - 90 AND d.day <= $2::date AND d.outcome = 'approve' GROUP BY 1),
approved AS (
  SELECT p.enterprise_id AS id, sum(cardinality(p.subject_ids))::int AS n FROM risk.approvals p
   WHERE p.enterprise_id = ANY ($1::int[]) AND p.moment = 'line' AND p.day > $2::date - 90 AND p.day <= $2::date GROUP BY 1),
items AS (
  SELECT i.enterprise_id AS id, count(*)::int AS n, (count(*) FILTER (WHERE i.state = 'found'))::int AS found
    FROM risk.inspection_items i, ends
   WHERE i.enterprise_id = ANY ($1::int[]) AND i.state <> 'open' AND i.checked_at < ends.at AND i.checked_at >= ends.at - interval '365 days' GROUP BY 1),
cases AS (
  SELECT c.enterprise_id AS id,
    (count(*) FILTER (WHERE c.source = 'complaint' AND c.opened_at >= ends.at - interval '180 days'))::int AS complaints,
    (count(*) FILTER (WHERE c.outcome = 'confirmed' AND c.closed_at >= ends.at - interval '365 days'))::int AS confirmed
    FROM risk.cases c, ends WHERE c.enterprise_id = ANY ($1::int[]) AND c.opened_at < ends.at GROUP BY 1)
SELECT a.id,
  CASE WHEN k.id IS NULL THEN 'none' WHEN k.outcome = 'no-record' THEN 'no-record' ELSE k.register_state END AS "registerState",
  k.name_agrees AS "nameAgrees", k.representative_agrees AS "representativeAgrees", m.dishonest, m.abnormal, m.lawsuits,
  ($2::date - (k.checked_at AT TIME ZONE 'Asia/Shanghai')::date) AS "checkAgeDays",
  (extract(year FROM age($2::date, k.founded_on)) * 12 + extract(month FROM age($2::date, k.founded_on)))::int AS "companyAgeMonths",
  coalesce(r.n, 0) AS "tasksReviewed", ${percent('r.returned', 'r.n')} AS "tasksReturnedPercent",
  coalesce(s.n, 0) + coalesce(o.n, 0) + coalesce(p.n, 0) AS "linesDecided",
  ${percent('coalesce(s.n, 0)', 'coalesce(s.n, 0) + coalesce(o.n, 0) + coalesce(p.n, 0)')} AS "linesStoppedPercent",
  coalesce(i.n, 0) AS "itemsInspected", ${percent('i.found', 'i.n')} AS "itemsFoundPercent",
  coalesce(c.complaints, 0) AS complaints, coalesce(c.confirmed, 0) AS "casesConfirmed"
FROM asked a
LEFT JOIN checks k ON k.id = a.id LEFT JOIN marks m ON m.id = a.id LEFT JOIN reviews r ON r.id = a.id LEFT JOIN stopped s ON s.id = a.id
LEFT JOIN singly o ON o.id = a.id LEFT JOIN approved p ON p.id = a.id LEFT JOIN items i ON i.id = a.id LEFT JOIN cases c ON c.id = a.id`;

type Row = Readonly<Record<string, number | boolean | string | null>> & { readonly id: number };

const known = new Set(ratingFacts.map(({ field }) => field));

/**
 * The facts that enterprises are rated on, by enterprise: those of risk, and what other plugins tell (`RatingSources`). What nobody can
 * tell is not there.
 */
export async function readRatingFacts(
  db: Queryable,
  sources: readonly RatingSource[],
  enterpriseIds: readonly number[],
  day: Day,
): Promise<Map<number, RatingFacts>> {
  const rows = await db.query<Row>(FACTS, [enterpriseIds, day]);
  const facts = new Map(rows.map(({ id, ...row }) => [id, toldOf(row)]));
  for (const source of sources) {
    for (const [id, told] of await source(db, enterpriseIds, day)) {
      facts.set(id, { ...facts.get(id), ...toldOf(told) });
    }
  }
  return facts;
}

function toldOf(row: Readonly<Record<string, number | boolean | string | null>>): RatingFacts {
  return Object.fromEntries(
    Object.entries(row).flatMap(([field, value]) => (value !== null && known.has(field) ? [[field, value]] : [])),
  );
}
