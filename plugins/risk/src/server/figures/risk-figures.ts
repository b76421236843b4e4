import type { Queryable } from '@linggong/core';
import { addDays, problem, provinces, type Day } from '@linggong/core/domain';
import type { RiskFigures } from '../../api';
import { outcomes, type Outcome } from '../../domain';

/** Days that are added up at most: a quarter. */
export const FIGURE_DAYS_MAX = 92;

interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** `[from, to]` as instants of Asia/Shanghai: what is stored as an instant is compared without a function on its column. */
const SINCE = `$1::date::timestamp AT TIME ZONE 'Asia/Shanghai'`;
const BEFORE = `($2::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'`;
/** Instants of the rows in Shanghai's clock. */
const local = (column: string): string => `${column} AT TIME ZONE 'Asia/Shanghai'`;

/**
 * Figures of risk over a bounded period (风控看板), each one statement over an index or the partitions of its days.
 * @throws Problem 422 `risk-figures-period`
 */
export async function riskFiguresOf(db: Queryable, period: Period): Promise<RiskFigures> {
  const { from, to } = period;
  if (from > to || to > addDays(from, FIGURE_DAYS_MAX - 1)) {
    throw problem(
      422,
      'risk-figures-period',
      {
        zh: `期间最长 ${FIGURE_DAYS_MAX} 天，且开始不晚于结束`,
        en: `At most ${FIGURE_DAYS_MAX} days, and not ending before they begin`,
      },
      { field: 'to' },
    );
  }
  return {
    ...{ from, to },
    days: await daysOf(db, period),
    hours: await hoursOf(db, period),
    ...(await regionsOf(db, period)),
  };
}

/** Approvals of many are one row: it counts as many as it holds. */
async function daysOf(db: Queryable, { from, to }: Period): Promise<RiskFigures['days']> {
  const rows = await db.query<{ day: Day; outcome: Outcome; count: number }>(
    `SELECT to_char(day, 'YYYY-MM-DD') AS day, outcome, sum(n)::int AS count FROM (
       SELECT day, outcome, count(*) AS n FROM risk.decisions WHERE day BETWEEN $1::date AND $2::date GROUP BY day, outcome
       UNION ALL
       SELECT day, 'approve', sum(cardinality(subject_ids)) FROM risk.approvals WHERE day BETWEEN $1::date AND $2::date GROUP BY day
     ) d GROUP BY day, outcome ORDER BY day`,
    [from, to],
  );
  const days = [...new Set(rows.map(({ day }) => day))];
  return days.map((day) => ({
    day,
    counts: Object.fromEntries(
      outcomes.map((outcome) => [outcome, rows.find((row) => row.day === day && row.outcome === outcome)?.count ?? 0]),
    ),
  }));
}

function hoursOf(db: Queryable, { from, to }: Period): Promise<RiskFigures['hours']> {
  return db.query(
    `SELECT extract(isodow FROM ${local('at')})::int AS weekday, extract(hour FROM ${local('at')})::int AS hour, count(*)::int AS count
       FROM risk.decisions WHERE day BETWEEN $1::date AND $2::date AND outcome <> 'approve' GROUP BY 1, 2 ORDER BY 1, 2`,
    [from, to],
  );
}

/** Digits three and four of a credit code are the province of whoever registered the enterprise (GB 32100). */
async function regionsOf(db: Queryable, { from, to }: Period): Promise<Pick<RiskFigures, 'regions' | 'elsewhere'>> {
  const rows = await db.query<{ code: string | null; cases: number; confirmed: number }>(
    `SELECT substr(e.uscc, 3, 2) AS code, count(*)::int AS cases, (count(*) FILTER (WHERE c.outcome = 'confirmed'))::int AS confirmed
       FROM risk.cases c LEFT JOIN parties.published_enterprise_facts e ON e.enterprise_id = c.enterprise_id
      WHERE c.opened_at >= ${SINCE} AND c.opened_at < ${BEFORE}
      GROUP BY 1 ORDER BY cases DESC, code`,
    [from, to],
  );
  const placed = rows.flatMap(({ code, ...counts }) => {
    const province = code === null ? undefined : provinces[code];
    return code === null || province === undefined
      ? []
      : [{ code, name: { zh: province.zh, en: province.en }, ...counts }];
  });
  const sum = (of: readonly { cases: number }[]): number => of.reduce((total, { cases }) => total + cases, 0);
  return { regions: placed, elsewhere: sum(rows) - sum(placed) };
}
