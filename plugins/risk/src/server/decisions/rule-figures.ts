import type { Queryable } from '@linggong/core';
import { addDays, startOfDay, type Day, type Text2 } from '@linggong/core/domain';
import { allInForce, versionOf, type ConfiguredBy, type DecisionTable } from '@linggong/studio';
import type { RuleFigures } from '../../api';
import { moments } from '../../domain/decide';

interface FigureRow extends Pick<RuleFigures, 'hits' | 'cases' | 'confirmed' | 'falseAlarms' | 'unclear'> {
  readonly rule: string;
  readonly versionId: number | null;
  /** What the newest review says that it found (定期复核发现); null for what is not a finding of one. */
  readonly title: Text2 | null;
  /** Hits by part of the period; parts without any are left out. */
  readonly parts: Readonly<Record<string, number>> | null;
}

/** Rules and versions of one answer: those that hit most. */
const rowsMax = 1_000;
/** Parts of a period that its trend is told in. */
const TREND_PARTS = 12;
/** Cases of what a decision stopped: their hits are counted with the decisions. */
const ofDecisions = `c.source IN ('decision', 'settlement')`;
const SHANGHAI_DAY = `(c.opened_at AT TIME ZONE 'Asia/Shanghai')::date`;
const partOf = (day: string): string => `(${day} - $1::date) * $5::int / ($2::date - $1::date + 1)`;

/**
 * What decisions stopped is a hit of each row that stopped it, by the version that decided; what checks, inspections and people report hits as often
 * as the matter was seen. Cases count by the version that they name.
 */
const FIGURES = `SELECT rule, version_id::int AS "versionId", sum(hits)::int AS hits, sum(cases)::int AS cases,
    sum(confirmed)::int AS confirmed, sum(false_alarms)::int AS "falseAlarms", sum(unclear)::int AS unclear,
    jsonb_object_agg(part, hits) FILTER (WHERE hits > 0) AS parts,
    (array_agg(title ORDER BY part DESC) FILTER (WHERE title IS NOT NULL))[1] AS title
  FROM (
    SELECT rule, version_id, part, sum(hits)::int AS hits, sum(cases) AS cases, sum(confirmed) AS confirmed, sum(false_alarms) AS false_alarms,
           sum(unclear) AS unclear, (array_agg(title) FILTER (WHERE title IS NOT NULL))[1] AS title
      FROM (SELECT d.moment || '.' || h.row AS rule, d.version_id, ${partOf('d.day')} AS part, count(*) AS hits, 0 AS cases, 0 AS confirmed,
                   0 AS false_alarms, 0 AS unclear, NULL::jsonb AS title
              FROM risk.decisions d CROSS JOIN unnest(d.hits) AS h (row)
             WHERE d.day BETWEEN $1::date AND $2::date AND d.outcome <> 'approve' GROUP BY 1, 2, 3
            UNION ALL
            SELECT c.rule, CASE WHEN ${ofDecisions} THEN (c.facts ->> 'versionId')::bigint END, ${partOf(SHANGHAI_DAY)},
                   coalesce(sum(c.times_seen) FILTER (WHERE NOT (${ofDecisions})), 0), count(*), count(*) FILTER (WHERE c.outcome = 'confirmed'),
                   count(*) FILTER (WHERE c.outcome = 'false-alarm'), count(*) FILTER (WHERE c.outcome = 'unclear'),
                   (array_agg(c.title ORDER BY c.id DESC) FILTER (WHERE c.rule LIKE 'review.%'))[1]
              FROM risk.cases c
             WHERE c.opened_at >= $3::timestamptz AND c.opened_at < $4::timestamptz GROUP BY 1, 2, 3) told
     GROUP BY 1, 2, 3) f
 GROUP BY 1, 2 ORDER BY hits DESC, cases DESC, rule LIMIT ${rowsMax}`;

/**
 * How each rule did in a period (规则命中与误报, R6.4), by version of its table; rules in force that stopped nothing are there with zeros. The one
 * place that says it: board, page of rules and choices of rules read it.
 * Days of Asia/Shanghai, both included.
 */
export async function ruleFigures(db: Queryable, from: Day, to: Day): Promise<RuleFigures[]> {
  const parts = trendParts(from, to);
  const found = await db.query<FigureRow>(FIGURES, [from, to, startOfDay(from), startOfDay(addDays(to, 1)), parts]);
  const tables = await tablesOf(db);
  const versions = new Map(tables.map(({ table }) => [table.versionId, table]));
  for (const { versionId } of found) {
    if (versionId === null || versions.has(versionId)) continue;
    const version = await versionOf<DecisionTable>(db, versionId);
    if (version) versions.set(versionId, version);
  }
  const inForce = new Set(tables.map(({ table }) => table.versionId));
  const told = found.map((row) => shown(row, parts, versions.get(row.versionId ?? 0), inForce));
  const known = new Set(told.map(({ rule, versionId }) => `${rule} ${String(versionId)}`));
  const silent = tables.flatMap(({ moment, table }) =>
    table.content.rows
      .filter(({ id, off }) => off !== true && !known.has(`${moment}.${id} ${table.versionId}`))
      .map(({ id }) =>
        shown({ ...nothing, rule: `${moment}.${id}`, versionId: table.versionId }, parts, table, inForce),
      ),
  );
  return [...told, ...silent];
}

const nothing = { hits: 0, cases: 0, confirmed: 0, falseAlarms: 0, unclear: 0, title: null, parts: null };

/** A part is a day at least. */
function trendParts(from: Day, to: Day): number {
  const days = Math.round((startOfDay(to).getTime() - startOfDay(from).getTime()) / 86_400_000) + 1;
  return Math.min(TREND_PARTS, days);
}

/** The tables that decide now, by their moment. */
async function tablesOf(db: Queryable): Promise<{ moment: string; table: ConfiguredBy<DecisionTable> }[]> {
  const all = await allInForce<DecisionTable>(db, 'decision-table');
  return moments.flatMap((moment) =>
    all.filter(({ key }) => key === `risk.${moment}`).map((table) => ({ moment, table })),
  );
}

function shown(
  { rule, versionId, title, parts, ...figures }: FigureRow,
  count: number,
  version: ConfiguredBy<DecisionTable> | undefined,
  inForce: ReadonlySet<number>,
): RuleFigures {
  const row = rule.slice(rule.indexOf('.') + 1);
  return {
    rule,
    row,
    text: textOf(version, row) ?? title,
    versionId,
    versionNo: version?.versionNo ?? null,
    isInForce: versionId !== null && inForce.has(versionId),
    ...figures,
    trend: Array.from({ length: count }, (_, part) => parts?.[part] ?? 0),
  };
}

/** What a row says to who reads it: its reason, or its note. */
function textOf(version: ConfiguredBy<DecisionTable> | undefined, id: string): Text2 | null {
  const row = version?.content.rows.find((one) => one.id === id);
  for (const cell of [row?.cells['text'], row?.cells['reason'], row?.note])
    if (typeof cell === 'object' && 'zh' in cell) return { zh: cell.zh, en: cell.en };
  return null;
}
