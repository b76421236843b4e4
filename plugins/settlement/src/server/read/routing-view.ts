import { routingsOf } from '@linggong/channels';
import { reachOf, type Role } from '@linggong/config/access';
import type { Queryable } from '@linggong/core';
import type { BatchDetail } from '../../api';

/** A batch of 100,000 lines leaves in twenty files; what the bank refuses is sent again in further ones. */
const FILES_MAX = 1_000;

/**
 * By which version and row of the routing table the payment files of a batch chose their channel (付款路由, R13.1), for whoever reads payment
 * files; null for others, and while there is no file.
 */
export async function routingOfBatch(db: Queryable, batchId: number, role: Role): Promise<BatchDetail['routing']> {
  if (reachOf(role, 'payout-file', 'read') !== 'all') return null;
  const files = await db.query<{ messageId: string }>(
    `SELECT message_id AS "messageId" FROM settlement.instruction_files WHERE batch_id = $1 ORDER BY message_id LIMIT ${FILES_MAX}`,
    [batchId],
  );
  if (files.length === 0) return null;
  return routingsOf(
    db,
    files.map(({ messageId }) => messageId),
  );
}
