import type { Queryable } from '@linggong/core';
import { notFound, type Day } from '@linggong/core/domain';
import type { SnoozeAnswer } from '../../api';

/** Snoozes `s` with the number that people know their subject by. */
export const snoozeFrom = `risk.snoozes s
  LEFT JOIN parties.published_worker_facts w ON s.subject_kind = 'worker' AND w.worker_id = s.subject_id
  LEFT JOIN parties.published_enterprise_facts e ON s.subject_kind = 'enterprise' AND e.enterprise_id = s.subject_id`;

/** State as it is shown on a day: one whose last day is over is `expired`. */
export const snoozeState = (day: string): string =>
  `CASE WHEN s.state = 'in-force' AND s.ends_on < ${day} THEN 'expired' ELSE s.state END`;

/** @throws Problem 404 */
export async function readSnooze(db: Queryable, id: number, day: Day): Promise<SnoozeAnswer> {
  const row = await db.maybeOne<SnoozeAnswer>(
    `SELECT s.id, s.number, s.rule, s.subject_kind AS "subjectKind", s.subject_id AS "subjectId",
            coalesce(w.number, e.number, '–') AS "subjectLabel", s.reason, s.starts_on AS "startsOn", s.ends_on AS "endsOn",
            ${snoozeState('$2::date')} AS state, s.created_at AS "createdAt", s.created_name AS "createdName",
            s.ended_at AS "endedAt", s.ended_name AS "endedName", s.end_reason AS "endReason"
       FROM ${snoozeFrom} WHERE s.id = $1`,
    [id, day],
  );
  if (row === undefined) throw notFound({ zh: '规则静默', en: 'snooze' });
  return row;
}
