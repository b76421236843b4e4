import type { Tx } from '@linggong/core';
import type { BlockerParams, LineBlockerCode } from '../../api';
import type { CheckRun } from '../check/check-run';

/** A line that cannot be quoted, with the reason. */
export interface RefusedLine {
  readonly id: bigint;
  readonly code: Extract<LineBlockerCode, 'tax-refused' | 'fee-above-amount' | 'channel-refused'>;
  readonly params: BlockerParams;
}

/** Blocks lines that cannot be quoted; the next check finds anew whether they can. */
export async function storeRefused(
  tx: Tx,
  { batchId, checkNo }: CheckRun,
  refused: readonly RefusedLine[],
): Promise<void> {
  if (refused.length === 0) return;
  await tx.query(
    `WITH refused AS (SELECT * FROM unnest($3::bigint[], $4::text[], $5::text[]) AS r (id, code, params)), told AS (
       INSERT INTO settlement.blockers (line_id, batch_id, check_no, lasting, code, params)
       SELECT id, $1, $2, false, code, params::jsonb FROM refused
     )
     UPDATE settlement.lines l SET state = 'blocked', codes = ARRAY[r.code], quote_version = NULL FROM refused r WHERE l.id = r.id`,
    [
      batchId,
      checkNo,
      refused.map(({ id }) => id),
      refused.map(({ code }) => code),
      refused.map(({ params }) => JSON.stringify(params)),
    ],
  );
}
