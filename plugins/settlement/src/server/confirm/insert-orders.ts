import type { Command, Tx } from '@linggong/core';
import { monthOf, type Fen, type RateMillionths } from '@linggong/core/domain';
import type { ReserveLine } from '@linggong/tax';
import type { EnterpriseFacts } from '../ports/enterprises';
import { taxLine, urbanRate, type TaxedLine } from '../ports/taxes';
import type { BatchRow } from '../batch-rows';

/** A line that became an order, with what neighbours need to reserve for it. */
export interface NewOrder extends TaxedLine {
  readonly orderId: number;
  readonly engagementId: number;
  readonly vatFen: Fen;
  readonly surchargeFen: Fen;
  readonly incomeTaxFen: Fen;
  readonly receivableFen: Fen;
  readonly collectedFen: Fen;
  readonly netFen: Fen;
}

/** Makes an order of every ready line, in one statement; gives them by worker and row. */
export async function insertOrders(
  tx: Tx,
  command: Command,
  batch: BatchRow,
  enterprise: EnterpriseFacts,
): Promise<NewOrder[]> {
  return tx.query<NewOrder>(
    `WITH made AS (
       INSERT INTO public.orders (number, batch_id, enterprise_id, worker_id, task_id, engagement_id, bank_card_id, row_no,
         state, gross_fen, fee_fen, fee_mode, vat_fen, surcharge_fen, income_tax_fen, receivable_fen, collected_fen,
         net_fen, payer_account_masked, payee_account_masked, remark, confirmed_at)
       SELECT settlement.business_number('OR', $3, nextval('settlement.order_serials')), $1, $2, l.worker_id, l.task_id,
              l.engagement_id, l.card_id, l.row_no, 'confirmed', l.amount_fen, l.fee_fen, 'on-top', l.vat_fen,
              l.surcharge_fen, l.income_tax_fen, l.receivable_fen, l.collected_fen, l.net_fen, $4, l.card_masked, l.remark,
              $5::timestamptz
         FROM settlement.lines l WHERE l.batch_id = $1 AND l.state = 'ready' ORDER BY l.row_no
       RETURNING id, row_no, worker_id, engagement_id, gross_fen, vat_fen, surcharge_fen, income_tax_fen, receivable_fen,
                 collected_fen, net_fen
     )
     SELECT o.id AS "orderId", o.id::text AS "lineKey", o.worker_id AS "workerId", o.engagement_id AS "engagementId",
            o.gross_fen AS "grossFen", o.vat_fen AS "vatFen", o.surcharge_fen AS "surchargeFen",
            o.income_tax_fen AS "incomeTaxFen", o.receivable_fen AS "receivableFen", o.collected_fen AS "collectedFen",
            o.net_fen AS "netFen", w.vat_role AS "vatRole", w.resident
       FROM made o JOIN parties.published_worker_facts w ON w.worker_id = o.worker_id
      ORDER BY o.worker_id, o.row_no`,
    [batch.id, batch.enterpriseId, monthOf(batch.quoteDay ?? ''), maskedAccount(enterprise), command.at],
  );
}

function maskedAccount({ subAccountNumber }: EnterpriseFacts): string | null {
  return subAccountNumber === null ? null : `****${subAccountNumber.slice(-4)}`;
}

/** Orders as tax reserves them: with the figures that the enterprise saw. */
export async function reserveLines(tx: Tx, batch: BatchRow, orders: readonly NewOrder[]): Promise<ReserveLine[]> {
  const rate = await urbanRate(tx, batch.enterpriseId);
  return orders.map((order) => reserveLine(order, rate));
}

export function reserveLine(order: NewOrder, rate: RateMillionths): ReserveLine {
  const { orderId, vatFen, surchargeFen, incomeTaxFen, receivableFen, collectedFen, netFen } = order;
  const quoted = { vatFen, surchargeFen, incomeTaxFen, receivableFen, collectedFen, netFen };
  return { ...taxLine(order, rate), orderId, quoted };
}
