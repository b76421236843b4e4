import { record } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import type { Fen } from '@linggong/core/domain';
import { plainArray } from '../sql-text';

/**
 * Cancels the payouts of orders that have not been handed over yet; those that were sent stay, for they may have
 * reached the bank.
 * @returns ids of the orders whose payout is cancelled now
 */
export async function cancelPayouts(tx: Queryable, command: Command, orderIds: readonly number[]): Promise<number[]> {
  // The file's row is what sending locks first; taking it here too keeps a file from leaving half cancelled.
  await tx.query(
    `SELECT 1 FROM channels.files f WHERE f.state = 'prepared' AND f.message_id IN
       (SELECT instruction_file FROM public.payouts WHERE order_id = ANY ($1::int[])) ORDER BY f.message_id FOR UPDATE`,
    [plainArray(orderIds)],
  );
  const cancelled = await tx.query<{ orderId: number; amountFen: Fen }>(
    `UPDATE public.payouts SET state = 'cancelled', updated_at = $2
      WHERE order_id = ANY ($1::int[]) AND state = 'prepared' RETURNING order_id AS "orderId", amount_fen AS "amountFen"`,
    [plainArray(orderIds), command.at],
  );
  if (cancelled.length > 0) {
    const ids = cancelled.map(({ orderId }) => orderId);
    await record(tx, command, {
      action: 'payout.cancel',
      subject: { kind: 'order', id: ids[0] ?? 0 },
      ids,
      count: ids.length,
      before: { payoutState: 'prepared' },
      after: { payoutState: 'cancelled', amountFen: cancelled.reduce((sum, { amountFen }) => sum + amountFen, 0n) },
    });
  }
  return cancelled.map(({ orderId }) => orderId);
}
