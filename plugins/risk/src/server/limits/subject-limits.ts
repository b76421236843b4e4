import type { Queryable } from '@linggong/core';
import { monthOf, type Day, type Fen } from '@linggong/core/domain';
import type { SubjectLimits } from '../../api';
import type { MeasureSubject } from '../../domain';
import { kindsLimited } from './limits-in-force';
import { ownLimits } from './own-limits';

interface UseRow {
  readonly subject: string;
  readonly key: string;
  readonly yearFen: Fen;
  readonly yearCount: number;
  readonly month: string;
  readonly monthFen: Fen;
  readonly monthCount: number;
  readonly day: Day;
  readonly dayFen: Fen;
  readonly dayCount: number;
}

/** What a worker or an enterprise used of its limits (限额占用) up to a day, in all and by kind of work, and the limits that hold for it. */
export async function limitsOfSubject(
  db: Queryable,
  { kind, id }: { readonly kind: MeasureSubject; readonly id: number },
  day: Day,
): Promise<SubjectLimits> {
  const kinds = await kindsLimited(db);
  const rows = await usesIn(
    db,
    kind === 'enterprise' ? kinds.map((name) => `${id.toString()}:${name}`) : [],
    { kind, id },
    day,
  );
  const own = rows.find(({ subject }) => subject === kind);
  return {
    day,
    uses: usesOf(own, day),
    kindUses: rows
      .filter(({ subject }) => subject === 'kind-of-work')
      .flatMap((row) =>
        usesOf(row, day).map((use) => ({ ...use, kindOfWork: row.key.slice(row.key.indexOf(':') + 1) })),
      ),
    limits: [...(await ownLimits(db, { kind, id }, kinds)), ...(await loweredLimits(db, kind, id))],
  };
}

/** What was used this year by the subject itself, and by each of its kinds of work that limits name. */
function usesIn(
  db: Queryable,
  kindKeys: readonly string[],
  { kind, id }: { readonly kind: MeasureSubject; readonly id: number },
  day: Day,
): Promise<UseRow[]> {
  return db.query<UseRow>(
    `SELECT subject, key, year_fen AS "yearFen", year_count AS "yearCount", month, month_fen AS "monthFen", month_count AS "monthCount",
            to_char(day, 'YYYY-MM-DD') AS day, day_fen AS "dayFen", day_count AS "dayCount"
       FROM risk.limit_uses WHERE year = extract(year FROM $3::date)::int
        AND ((subject = $1 AND key = $2::text) OR (subject = 'kind-of-work' AND key = ANY ($4::text[]))) ORDER BY key`,
    [kind, id.toString(), day, kindKeys],
  );
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
  const lowered = { subject: kind, maxCount: null, kindOfWork: null, classes: [], isMeasure: true };
  const name = { zh: `风险措施 ${row.number}`, en: `Risk measure ${row.number}` };
  return (['line', 'month'] as const).flatMap((window) => {
    const fen = window === 'line' ? row.lineFen : row.monthFen;
    return fen === null ? [] : [{ ...lowered, name, window, maxFen: fen }];
  });
}
