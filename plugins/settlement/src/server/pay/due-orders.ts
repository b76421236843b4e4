import type { Bearing, ChargeTime, TaxBearer } from '@linggong/billing';
import type { Tx } from '@linggong/core';
import type { Day, Fen } from '@linggong/core/domain';
import type { VatRole } from '@linggong/tax';

/** A confirmed order on its way to the bank, its payee sealed. */
export interface DueOrder {
  readonly orderId: number;
  readonly number: string;
  readonly rowNo: number;
  readonly workerId: number;
  readonly engagementId: number;
  /** What the sheet pays: it counts in limits, whatever the gross is. */
  readonly amountFen: Fen;
  readonly grossFen: Fen;
  readonly feeMode: Bearing;
  readonly taxBearer: TaxBearer;
  readonly feeFen: Fen;
  readonly feeTiming: ChargeTime;
  readonly vatFen: Fen;
  readonly surchargeFen: Fen;
  readonly incomeTaxFen: Fen;
  readonly receivableFen: Fen;
  readonly collectedFen: Fen;
  readonly netFen: Fen;
  /** Day for which its tax was reserved. */
  readonly quotedDay: Day;
  readonly vatRole: VatRole;
  readonly resident: boolean;
  readonly subject: string;
  readonly cardSealed: string;
  readonly nameSealed: string;
  readonly identitySealed: string;
  readonly bankCode: string | null;
}

/** The next confirmed orders of a batch behind one of them, locked, by worker and row. */
export function lockDueOrders(tx: Tx, batchId: number, afterId: number, limit: number): Promise<DueOrder[]> {
  return tx.query<DueOrder>(
    `WITH due AS (
       SELECT * FROM public.orders WHERE batch_id = $1 AND state = 'confirmed' AND id > $2 ORDER BY id LIMIT $3 FOR UPDATE
     )
     SELECT o.id AS "orderId", o.number, o.row_no AS "rowNo", o.worker_id AS "workerId", o.engagement_id AS "engagementId",
            o.amount_fen AS "amountFen", o.fee_mode AS "feeMode", o.tax_bearer AS "taxBearer",
            o.gross_fen AS "grossFen", o.fee_fen AS "feeFen", o.fee_timing AS "feeTiming", o.vat_fen AS "vatFen", o.surcharge_fen AS "surchargeFen",
            o.income_tax_fen AS "incomeTaxFen", o.receivable_fen AS "receivableFen", o.collected_fen AS "collectedFen",
            o.net_fen AS "netFen", coalesce(o.tax_day, b.quote_day) AS "quotedDay", w.vat_role AS "vatRole", w.resident,
            c.subject, c.card_sealed AS "cardSealed", c.holder_sealed AS "nameSealed", w.identity_sealed AS "identitySealed",
            c.bank_code AS "bankCode"
       FROM due o JOIN public.settlement_batches b ON b.id = o.batch_id
       JOIN parties.published_worker_facts w ON w.worker_id = o.worker_id
       JOIN parties.published_card_facts c ON c.card_id = o.bank_card_id
      ORDER BY o.worker_id, o.row_no`,
    [batchId, afterId, limit],
  );
}
