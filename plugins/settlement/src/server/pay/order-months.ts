import type { Tx } from '@linggong/core';
import { monthOf, type Day } from '@linggong/core/domain';

/**
 * Notes that these orders have got a tax day: the stretch of ids in which those of its month lie grows over them. It never
 * shrinks; a list that reads it asks for the tax day besides.
 */
export async function noteOrderMonth(tx: Tx, orderIds: readonly number[], day: Day): Promise<void> {
  await tx.query(
    `INSERT INTO settlement.order_months AS m (enterprise_id, month, first_id, last_id)
     SELECT enterprise_id, $2::date, min(id), max(id) FROM public.orders WHERE id = ANY ($1::int[]) GROUP BY 1 ORDER BY 1
     ON CONFLICT (enterprise_id, month) DO UPDATE
       SET first_id = least(m.first_id, excluded.first_id), last_id = greatest(m.last_id, excluded.last_id)
     WHERE m.first_id > excluded.first_id OR m.last_id < excluded.last_id`,
    [orderIds, `${monthOf(day)}-01`],
  );
}
