import type { Queryable } from '@linggong/core';
import { addDays, startOfDay, type Day } from '@linggong/core/domain';
import type { PaidItem } from './populations';

/** Class of an enterprise; null where it was not rated. */
export type ClassOf = (enterpriseId: number) => string | null;

/**
 * The classes of the payers of a population at the end of its period (按当期等级分层, R6.2): ratings are appended and never changed, so that
 * whoever draws the sample again parts it the same way, whatever their class is by then.
 */
export async function classesAt(db: Queryable, population: readonly PaidItem[], to: Day): Promise<ClassOf> {
  const ids = [...new Set(population.map(({ enterpriseId }) => enterpriseId))];
  const rows = await db.query<{ id: number; class: string }>(
    `SELECT a.id, r.class FROM unnest($1::int[]) AS a (id) CROSS JOIN LATERAL (
       SELECT class FROM risk.ratings r WHERE r.enterprise_id = a.id AND r.rated_at < $2::timestamptz ORDER BY r.id DESC LIMIT 1) r`,
    [ids, startOfDay(addDays(to, 1))],
  );
  const classes = new Map(rows.map((row) => [row.id, row.class]));
  return (id) => classes.get(id) ?? null;
}
