import type { Queryable } from '@linggong/core';
import type { MeasureAnswer } from '../../api';
import type { MeasureSubject } from '../../domain';

export const measureColumns = `m.id, m.number, m.case_id AS "caseId", m.kind, m.subject_kind AS "subjectKind", m.subject_id AS "subjectId",
  m.line_limit_fen AS "lineLimitFen", m.month_limit_fen AS "monthLimitFen", m.list, m.list_by AS "listBy", m.ends_on AS "endsOn", m.state, m.reason, m.taken_by AS "takenBy",
  m.taken_at AS "takenAt", m.lifted_by AS "liftedBy", m.lift_reason AS "liftReason", m.lifted_at AS "liftedAt"`;

/** Number of the measure that stops a worker or an enterprise from coming back, where one is in force. */
export async function stoppingMeasure(
  db: Queryable,
  { kind, id }: { readonly kind: MeasureSubject; readonly id: number },
): Promise<string | undefined> {
  const row = await db.maybeOne<{ number: string }>(
    `SELECT number FROM risk.measures WHERE subject_kind = $1 AND subject_id = $2 AND state = 'in-force'
        AND kind IN ('freeze-worker', 'suspend-enterprise')`,
    [kind, id],
  );
  return row?.number;
}

export function measuresOfCase(db: Queryable, caseId: number): Promise<MeasureAnswer[]> {
  return db.query<MeasureAnswer>(`SELECT ${measureColumns} FROM risk.measures m WHERE m.case_id = $1 ORDER BY m.id`, [
    caseId,
  ]);
}
