import type { Queryable } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import type { PeriodReviewAnswer } from '../../../api';
import { isOnTarget, type PeriodKind } from '../../../domain';

export type PeriodReviewRow = Pick<
  PeriodReviewAnswer,
  'id' | 'number' | 'kind' | 'month' | 'state' | 'madeBy' | 'madeAt' | 'conclusion' | 'endedBy' | 'endedAt'
> & { readonly madeAccount: number | null; readonly comparedId: number | null };

const columns = `r.id, r.number, r.kind, r.month, r.state, r.made_by AS "madeBy", r.made_account AS "madeAccount", r.made_at AS "madeAt",
  r.conclusion, r.ended_by AS "endedBy", r.ended_at AS "endedAt", r.compared_with AS "comparedId"`;

/** @throws Problem 404, for one of another kind too */
export async function readReview(
  db: Queryable,
  kind: PeriodKind,
  id: number,
  lock: '' | 'FOR UPDATE' = '',
): Promise<PeriodReviewRow> {
  const sql = `SELECT ${columns} FROM risk.period_reviews r WHERE r.id = $1 AND r.kind = $2 ${lock}`;
  const row = await db.maybeOne<PeriodReviewRow>(sql, [id, kind]);
  if (!row) throw notFound({ zh: '审查', en: 'review' });
  return row;
}

type FigureRow = Omit<PeriodReviewAnswer['figures'][number], 'target' | 'isOnTarget' | 'value' | 'before'> & {
  readonly value: bigint | null;
  readonly before: bigint | null;
  readonly targetKind: 'at-least' | 'at-most' | null;
  readonly targetValue: bigint | null;
};

/** A review with its figures beside those of the month before, and its findings with their cases. @throws Problem 404 */
export async function reviewAnswer(
  db: Queryable,
  kind: PeriodKind,
  id: number,
  account: number | undefined,
): Promise<PeriodReviewAnswer> {
  const { madeAccount, comparedId, ...row } = await readReview(db, kind, id);
  const comparedWith = await db.maybeOne<NonNullable<PeriodReviewAnswer['comparedWith']>>(
    'SELECT id, number, month FROM risk.period_reviews WHERE id = $1',
    [comparedId],
  );
  const findings = await db.query<PeriodReviewAnswer['findings'][number]>(
    `SELECT f.id, f.rule, f.severity, f.title, f.differences, f.samples, f.case_id AS "caseId", c.number AS "caseNumber", c.state AS "caseState"
       FROM risk.period_findings f JOIN risk.cases c ON c.id = f.case_id WHERE f.review_id = $1 ORDER BY f.id`,
    [id],
  );
  return {
    ...row,
    comparedWith: comparedWith ?? null,
    isOwn: account !== undefined && account === madeAccount,
    figures: await figuresOf(db, id),
    findings,
  };
}

async function figuresOf(db: Queryable, id: number): Promise<PeriodReviewAnswer['figures']> {
  const rows = await db.query<FigureRow>(
    `SELECT section, section_name AS "sectionName", key, name, unit, value, before, target_kind AS "targetKind", target AS "targetValue", note
       FROM risk.period_figures WHERE review_id = $1 ORDER BY place`,
    [id],
  );
  return rows.map(({ targetKind, targetValue, ...row }) => {
    const target = targetKind === null ? null : { kind: targetKind, value: Number(targetValue) };
    return { ...row, target, isOnTarget: isOnTarget({ value: row.value, target: target ?? undefined }) ?? null };
  });
}
