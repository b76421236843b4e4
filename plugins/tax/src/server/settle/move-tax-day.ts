import type { Command, Queryable } from '@linggong/core';
import type { Day } from '@linggong/core/domain';

/**
 * The payments of these orders are sent on a day: it is the tax day of their reserved records from now on (扣缴义务人在支付
 * 时扣缴). Only within their month, where no figure depends on the day; for another month they are voided and reserved anew
 * – the database refuses anything else. Repeating it changes nothing.
 * @returns records moved
 */
export async function moveTaxDay(
  tx: Queryable,
  orderIds: readonly number[],
  day: Day,
  command: Command,
): Promise<number> {
  const { count } = await tx.one<{ count: number }>(
    `WITH moved AS (
       UPDATE public.tax_records SET tax_day = $2::date, updated_at = $3
        WHERE order_id = ANY($1::integer[]) AND state = 'reserved' AND tax_day <> $2::date RETURNING id)
     SELECT count(*)::integer AS count FROM moved`,
    [orderIds, day, command.at],
  );
  return count;
}
