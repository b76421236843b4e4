import type { Queryable } from '@linggong/core';
import { monthOf, type Day, type Fen } from '@linggong/core/domain';
import type { SubjectLimits } from '../../api';
import type { MeasureSubject } from '../../domain';
import { limitsFor } from './limits-in-force';

interface UseRow {
  readonly yearFen: Fen;
  readonly yearCount: number;
  readonly month: string;
  readonly monthFen: Fen;
  readonly monthCount: number;
  readonly day: Day;
  readonly dayFen: Fen;
  readonly dayCount: number;
}

/** No kind of work: what is limited for some kinds alone depends on what is paid for, and is told with each batch. */
const EVERY_KIND = '';

/** What a worker or an enterprise used of its limits (限额占用) up to a day, and the limits that hold whatever is paid for. */
export async function limitsOfSubject(
  db: Queryable,
  { kind, id }: { readonly kind: MeasureSubject; readonly id: number },
  day: Day,
): Promise<SubjectLimits> {
  const row = await db.maybeOne<UseRow>(
    `SELECT year_fen AS "yearFen", year_count AS "yearCount", month, month_fen AS "monthFen", month_count AS "monthCount",
            to_char(day, 'YYYY-MM-DD') AS day, day_fen AS "dayFen", day_count AS "dayCount"
       FROM risk.limit_uses WHERE subject = $1 AND key = $2::text AND year = extract(year FROM $3::date)::int`,
    [kind, id.toString(), day],
  );
  const limits = (await limitsFor(db, [EVERY_KIND])).filter(({ subject }) => subject === kind);
  return {
    day,
    uses: usesOf(row, day),
    limits: [
      ...limits.map(({ name: { zh, en }, window, maxFen, maxCount }) => ({
        name: { zh, en },
        window,
        maxFen,
        maxCount,
        isMeasure: false,
      })),
      ...(await loweredLimits(db, kind, id)),
    ],
  };
}

/** A row tells of the last month and the last day that were paid in: earlier ones are over. */
function usesOf(row: UseRow | undefined, day: Day): SubjectLimits['uses'] {
  const inMonth = row?.month === monthOf(day);
  const onDay = row?.day === day;
  return [
    { window: 'day', usedFen: onDay ? row.dayFen : 0n, usedCount: onDay ? row.dayCount : 0 },
    { window: 'month', usedFen: inMonth ? row.monthFen : 0n, usedCount: inMonth ? row.monthCount : 0 },
    { window: 'year', usedFen: row?.yearFen ?? 0n, usedCount: row?.yearCount ?? 0 },
  ];
}

async function loweredLimits(db: Queryable, kind: MeasureSubject, id: number): Promise<SubjectLimits['limits']> {
  const row = await db.maybeOne<{ number: string; lineFen: Fen | null; monthFen: Fen | null }>(
    `SELECT number, line_limit_fen AS "lineFen", month_limit_fen AS "monthFen" FROM risk.measures
      WHERE subject_kind = $1 AND subject_id = $2 AND kind = 'lower-limit' AND state = 'in-force'`,
    [kind, id],
  );
  if (row === undefined) return [];
  const name = { zh: `风险措施 ${row.number}`, en: `Risk measure ${row.number}` };
  return (['line', 'month'] as const).flatMap((window) => {
    const fen = window === 'line' ? row.lineFen : row.monthFen;
    return fen === null ? [] : [{ name, window, maxFen: fen, maxCount: null, isMeasure: true }];
  });
}
