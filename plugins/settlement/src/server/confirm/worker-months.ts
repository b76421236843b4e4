import type { Tx } from '@linggong/core';
import type { Fen, Month } from '@linggong/core/domain';

interface WorkerAmounts {
  readonly workerIds: readonly number[];
  readonly fen: readonly Fen[];
}

/**
 * Adds payments to what their workers get in a month; rows are locked in the order of worker ids, so that batches wait
 * for each other and never deadlock. Gives the workers whom it would carry beyond the limit.
 */
export async function reserveMonths(
  tx: Tx,
  month: Month,
  { workerIds, fen }: WorkerAmounts,
  limitFen: Fen,
): Promise<number[]> {
  const rows = await tx.query<{ workerId: number }>(
    `WITH moved AS (
       INSERT INTO settlement.worker_months AS m (worker_id, month, gross_fen)
       SELECT u.worker_id, $2, sum(u.fen)::bigint FROM unnest($1::int[], $3::bigint[]) AS u (worker_id, fen)
        GROUP BY u.worker_id ORDER BY u.worker_id
       ON CONFLICT (worker_id, month) DO UPDATE SET gross_fen = m.gross_fen + excluded.gross_fen
       RETURNING worker_id, gross_fen
     )
     SELECT worker_id AS "workerId" FROM moved WHERE gross_fen > $4::bigint`,
    [workerIds, month, fen, limitFen],
  );
  return rows.map(({ workerId }) => workerId);
}

/** Gives back what failed, cancelled or returned payments had taken. */
export async function freeMonths(tx: Tx, orderIds: readonly number[]): Promise<void> {
  await tx.query(
    `WITH freed AS (
       SELECT o.worker_id, to_char(coalesce(o.tax_day, b.quote_day), 'YYYY-MM') AS month, sum(o.amount_fen)::bigint AS fen
         FROM public.orders o JOIN public.settlement_batches b ON b.id = o.batch_id
        WHERE o.id = ANY ($1::int[]) GROUP BY 1, 2
     ), locked AS (
       SELECT m.worker_id, m.month, f.fen FROM settlement.worker_months m JOIN freed f USING (worker_id, month)
        ORDER BY m.worker_id, m.month FOR UPDATE OF m
     )
     UPDATE settlement.worker_months m SET gross_fen = m.gross_fen - l.fen
       FROM locked l WHERE m.worker_id = l.worker_id AND m.month = l.month`,
    [orderIds],
  );
}
