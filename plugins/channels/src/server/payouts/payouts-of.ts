import type { Queryable } from '@linggong/core';
import type { Fen } from '@linggong/core/domain';
import type { PayoutState } from '../../domain';
import { plainArray } from '../sql-text';

/** The last payout of an order, as it stands. */
export interface PayoutOutcome {
  orderId: number;
  payoutId: number;
  number: string;
  state: PayoutState;
  attempt: number;
  amountFen: Fen;
  bankReference: string | null;
  reasonCode: string | null;
  reasonText: string | null;
  sentAt: Date | null;
  settledAt: Date | null;
  rejectedAt: Date | null;
  returnedAt: Date | null;
}

/** The last payout of each order. Set-based SQL may join `channels.payouts_of(int[])` instead. */
export async function payoutsOf(db: Queryable, orderIds: readonly number[]): Promise<PayoutOutcome[]> {
  return db.query<PayoutOutcome>(
    `SELECT order_id AS "orderId", payout_id AS "payoutId", number, state, attempt, amount_fen AS "amountFen",
            bank_reference AS "bankReference", reason_code AS "reasonCode", reason_text AS "reasonText", sent_at AS "sentAt",
            settled_at AS "settledAt", rejected_at AS "rejectedAt", returned_at AS "returnedAt"
       FROM channels.payouts_of($1::int[])`,
    [plainArray(orderIds)],
  );
}
