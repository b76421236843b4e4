import type { Database } from '@linggong/core';
import type { ServingReport } from '@linggong/database';

type WaitingBatch = ServingReport['waiting'][number];

/** The newest batches that wait for their enterprise (待确认批次), for the summary of a start. */
export async function waitingBatches(db: Database): Promise<WaitingBatch[]> {
  const rows = await db.query<Omit<WaitingBatch, 'grossFen' | 'netFen'> & { grossFen: bigint; netFen: bigint }>(
    `SELECT number, line_count AS lines, ready_count AS ready, blocked_count AS blocked, held_count AS held,
            gross_fen AS "grossFen", net_fen AS "netFen"
       FROM public.settlement_batches
      WHERE state = 'quoted' AND gross_fen IS NOT NULL AND net_fen IS NOT NULL
      ORDER BY id DESC LIMIT 3`,
  );
  return rows.map((row) => ({ ...row, grossFen: Number(row.grossFen), netFen: Number(row.netFen) }));
}
