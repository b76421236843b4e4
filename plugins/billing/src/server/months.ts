import type { Queryable } from '@linggong/core';
import type { Month } from '@linggong/core/domain';
import { NO_MONTH, type MonthSums } from '../domain';

/** What an enterprise's confirmed payments of a month come to. */
export async function monthSums(db: Queryable, enterpriseId: number, month: Month): Promise<MonthSums> {
  const row = await db.maybeOne<MonthSums>(
    `SELECT volume_fen AS "volumeFen", fee_fen AS "feeFen" FROM billing.months WHERE enterprise_id = $1 AND month = $2`,
    [enterpriseId, month],
  );
  return row ?? NO_MONTH;
}

/**
 * Adds the payments of a batch to their month, and locks it until the transaction ends: batches of one enterprise that are
 * confirmed at once wait for each other. Gives what stood there before, for the caller to compare with his quote.
 */
export async function addToMonth(
  tx: Queryable,
  enterpriseId: number,
  month: Month,
  { volumeFen, feeFen }: MonthSums,
): Promise<MonthSums> {
  const after = await tx.one<MonthSums>(
    `INSERT INTO billing.months AS m (enterprise_id, month, volume_fen, fee_fen) VALUES ($1, $2, $3, $4)
     ON CONFLICT (enterprise_id, month) DO UPDATE
       SET volume_fen = m.volume_fen + excluded.volume_fen, fee_fen = m.fee_fen + excluded.fee_fen
     RETURNING volume_fen AS "volumeFen", fee_fen AS "feeFen"`,
    [enterpriseId, month, volumeFen, feeFen],
  );
  return { volumeFen: after.volumeFen - volumeFen, feeFen: after.feeFen - feeFen };
}

/** Part of a month that is given back: payments that failed, were cancelled, or came back. */
export interface FreedMonth extends MonthSums {
  readonly enterpriseId: number;
  readonly month: Month;
}

/** Takes payments out of their months again; later quotes stand on less, fees that were agreed stay. */
export async function takeFromMonths(tx: Queryable, freed: readonly FreedMonth[]): Promise<void> {
  await tx.query(
    `WITH freed AS (
       SELECT * FROM unnest($1::int[], $2::text[], $3::bigint[], $4::bigint[]) AS f (enterprise_id, month, volume, fee)
     ), locked AS (
       SELECT m.enterprise_id, m.month, f.volume, f.fee FROM billing.months m JOIN freed f USING (enterprise_id, month)
        ORDER BY 1, 2 FOR UPDATE OF m
     )
     UPDATE billing.months m SET volume_fen = m.volume_fen - l.volume, fee_fen = m.fee_fen - l.fee
       FROM locked l WHERE m.enterprise_id = l.enterprise_id AND m.month = l.month`,
    [
      freed.map(({ enterpriseId }) => enterpriseId),
      freed.map(({ month }) => month),
      freed.map(({ volumeFen }) => volumeFen),
      freed.map(({ feeFen }) => feeFen),
    ],
  );
}
