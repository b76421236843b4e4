import type { Command, Tx } from '@linggong/core';
import { monthOf } from '@linggong/core/domain';
import type { BatchRow } from '../batch-rows';
import type { EnterpriseFacts } from '../ports/enterprises';

/** Makes an order of every ready line, in one statement; gives how many. */
export async function insertOrders(
  tx: Tx,
  command: Command,
  batch: BatchRow,
  enterprise: EnterpriseFacts,
): Promise<number> {
  const { orders } = await tx.one<{ orders: number }>(
    `WITH made AS (
       INSERT INTO public.orders (number, batch_id, enterprise_id, worker_id, task_id, engagement_id, bank_card_id, row_no,
         state, amount_fen, gross_fen, fee_fen, fee_mode, fee_timing, tax_bearer, returned_fee, vat_fen, surcharge_fen, income_tax_fen, receivable_fen, collected_fen,
         net_fen, payer_account_masked, payee_account_masked, remark, confirmed_at)
       SELECT settlement.business_number('OR', $3, nextval('settlement.order_serials')), $1, $2, l.worker_id, l.task_id,
              l.engagement_id, l.card_id, l.row_no, 'confirmed', l.amount_fen, l.gross_fen, l.fee_fen, $6, $7, $8, $9, l.vat_fen,
              l.surcharge_fen, l.income_tax_fen, l.receivable_fen, l.collected_fen, l.net_fen, $4, l.card_masked, l.remark,
              $5::timestamptz
         FROM settlement.lines l WHERE l.batch_id = $1 AND l.state = 'ready' ORDER BY l.row_no
       RETURNING 1
     )
     SELECT count(*)::int AS orders FROM made`,
    [
      batch.id,
      batch.enterpriseId,
      monthOf(batch.quoteDay ?? ''),
      maskedAccount(enterprise),
      command.at,
      batch.feeMode,
      batch.feeTiming,
      batch.taxBearer,
      batch.returnedFee,
    ],
  );
  return orders;
}

function maskedAccount({ subAccountNumber }: EnterpriseFacts): string | null {
  return subAccountNumber === null ? null : `****${subAccountNumber.slice(-4)}`;
}
