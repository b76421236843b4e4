import type { Queryable } from '@linggong/core';
import type { Month } from '@linggong/core/domain';

/** An instruction file with its orders, and the month for which their tax stands. */
export interface KeptFile {
  readonly messageId: string;
  readonly batchId: number;
  readonly taxMonth: Month;
  readonly orderIds: readonly number[];
}

export async function keepFile(tx: Queryable, { messageId, batchId, taxMonth, orderIds }: KeptFile): Promise<void> {
  await tx.query(
    'INSERT INTO settlement.instruction_files (message_id, batch_id, tax_month, order_ids) VALUES ($1, $2, $3, $4)',
    [messageId, batchId, taxMonth, orderIds],
  );
}

export function keptFile(db: Queryable, messageId: string): Promise<KeptFile> {
  return db.one<KeptFile>(
    `SELECT message_id AS "messageId", batch_id AS "batchId", tax_month AS "taxMonth", order_ids AS "orderIds"
       FROM settlement.instruction_files WHERE message_id = $1`,
    [messageId],
  );
}
