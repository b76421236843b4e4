import type { Command, Queryable } from '@linggong/core';

/** The payments of these orders were made: their records are final. Repeating it changes nothing. @returns records made final */
export async function finalizeTaxes(tx: Queryable, orderIds: readonly number[], command: Command): Promise<number> {
  const { count } = await tx.one<{ count: number }>(
    `WITH paid AS (
       UPDATE public.tax_records SET state = 'paid', final_at = $2, updated_at = $2
        WHERE order_id = ANY($1::integer[]) AND state = 'reserved' RETURNING id)
     SELECT count(*)::integer AS count FROM paid`,
    [orderIds, command.at],
  );
  return count;
}
