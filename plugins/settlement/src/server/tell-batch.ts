import { tellNews, type NewsKind } from '@linggong/access';
import type { Command, Queryable } from '@linggong/core';

export type BatchNews = Extract<NewsKind, `batch-${string}`>;

interface ToldBatch {
  readonly number: string;
  readonly enterpriseId: number;
  readonly quoteExpiresAt: Date | null;
  /** Who uploaded it, where that was an account. */
  readonly uploader: number | null;
}

/** Tells the enterprise of a batch, and whoever uploaded it, how far it came; a quote bears its end. */
export async function tellBatch(tx: Queryable, command: Command, batchId: number, kind: BatchNews): Promise<void> {
  const { number, enterpriseId, quoteExpiresAt, uploader } = await tx.one<ToldBatch>(
    `SELECT b.number, b.enterprise_id AS "enterpriseId", b.quote_expires_at AS "quoteExpiresAt",
            (SELECT s.account_id FROM settlement.batch_steps s WHERE s.batch_id = b.id AND s.event = 'uploaded' ORDER BY s.id LIMIT 1) AS uploader
       FROM public.settlement_batches b WHERE b.id = $1`,
    [batchId],
  );
  const dueAt = kind === 'batch-quoted' || kind === 'batch-stuck' ? quoteExpiresAt : null;
  const told = { kind, page: 'settlement-batches', id: batchId, number, dueAt };
  await tellNews(tx, command, [
    { ...told, to: { enterpriseId } },
    ...(uploader === null ? [] : [{ ...told, to: { accountId: uploader } }]),
  ]);
}
