import type { Queryable } from '@linggong/core';
import type { Fen } from '@linggong/core/domain';

/** The payments of a quote as a person looks at them. */
export interface Payments {
  readonly payments: number;
  readonly amountFen: Fen;
  readonly sha256: string;
}

/** The ready lines of a batch, with a SHA-256 over row, worker, card, task and amount: edited, added or left out they are others. */
export function paymentsOf(db: Queryable, batchId: number): Promise<Payments> {
  return db.one<Payments>(
    `SELECT count(*)::int AS payments, coalesce(sum(amount_fen), 0)::bigint AS "amountFen",
            encode(sha256(convert_to(coalesce(string_agg(concat_ws(':', row_no, worker_id, card_id, task_id, amount_fen), ',' ORDER BY row_no), ''),
              'UTF8')), 'hex') AS sha256
       FROM settlement.lines WHERE batch_id = $1 AND state = 'ready'`,
    [batchId],
  );
}
