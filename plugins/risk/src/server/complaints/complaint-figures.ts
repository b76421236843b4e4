import type { Queryable } from '@linggong/core';
import { addDays, shanghaiDay, type Day } from '@linggong/core/domain';
import type { ComplaintFigures } from '../../api';

/** Days that the figures look back on, today included. */
const DAYS = 30;

const SINCE = `$1::date::timestamp AT TIME ZONE 'Asia/Shanghai'`;

/**
 * How complaints of the last 30 days were dealt with (投诉办理情况): how long until somebody took them and until they were closed, and how many
 * were closed by their clock. Medians in minutes, null where there was none. One statement over the index of complaints.
 */
export async function complaintFiguresAt(db: Queryable, at: Date): Promise<ComplaintFigures> {
  const from: Day = addDays(shanghaiDay(at), 1 - DAYS);
  const figures = await db.one<Omit<ComplaintFigures, 'from'>>(
    `SELECT count(*)::int AS told, count(taken_at)::int AS taken,
            percentile_disc(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM taken_at - opened_at)::int / 60) AS "medianTakenMinutes",
            count(closed_at)::int AS closed, count(*) FILTER (WHERE closed_at <= due_at)::int AS "closedInTime",
            percentile_disc(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM closed_at - opened_at)::int / 60) AS "medianClosedMinutes"
       FROM (SELECT c.opened_at, c.due_at, c.closed_at,
                    (SELECT min(s.at) FROM risk.case_steps s WHERE s.case_id = c.id AND s.step = 'taken') AS taken_at
               FROM risk.cases c WHERE c.source = 'complaint' AND c.opened_at >= ${SINCE} AND c.opened_at <= $2) told`,
    [from, at],
  );
  return { from, ...figures };
}
