import type { Queryable } from '@linggong/core';
import type { Day } from '@linggong/core/domain';
import type { OrderState } from '../../domain';
import { ORDER_FROM } from '../read/order-view';

/** What the receipt of an order says; names and accounts as they are shown, masked. */
export interface ReceiptRow {
  readonly number: string;
  readonly batchNumber: string;
  readonly enterpriseName: string;
  readonly payerAccountMasked: string | null;
  readonly workerNameMasked: string;
  readonly payeeAccountMasked: string;
  readonly taskNumber: string;
  readonly taskTitle: string;
  readonly state: OrderState;
  readonly grossFen: bigint;
  readonly vatFen: bigint;
  readonly surchargeFen: bigint;
  readonly incomeTaxFen: bigint;
  readonly receivableFen: bigint;
  readonly collectedFen: bigint;
  readonly netFen: bigint;
  readonly taxDay: Day | null;
  readonly paidAt: Date | null;
  readonly returnedAt: Date | null;
  readonly bankReference: string | null;
}

const RECEIPT = `SELECT o.number, b.number AS "batchNumber", e.name AS "enterpriseName", o.payer_account_masked AS "payerAccountMasked",
    w.name_masked AS "workerNameMasked", o.payee_account_masked AS "payeeAccountMasked", t.task_number AS "taskNumber",
    t.task_title AS "taskTitle", o.state, o.gross_fen AS "grossFen", o.vat_fen AS "vatFen", o.surcharge_fen AS "surchargeFen",
    o.income_tax_fen AS "incomeTaxFen", o.receivable_fen AS "receivableFen", o.collected_fen AS "collectedFen",
    o.net_fen AS "netFen", o.tax_day AS "taxDay", o.paid_at AS "paidAt", o.returned_at AS "returnedAt",
    o.bank_reference AS "bankReference"
  FROM ${ORDER_FROM}`;

export function receiptRow(db: Queryable, orderId: number): Promise<ReceiptRow> {
  return db.one<ReceiptRow>(`${RECEIPT} WHERE o.id = $1`, [orderId]);
}

/** Receipts of one part of a batch: what was paid, and what came back after it, by row. */
export function receiptRows(db: Queryable, batchId: number, part: number, perPart: number): Promise<ReceiptRow[]> {
  return db.query<ReceiptRow>(
    `${RECEIPT} WHERE o.batch_id = $1 AND o.paid_at IS NOT NULL ORDER BY o.row_no, o.id OFFSET $2 LIMIT $3`,
    [batchId, (part - 1) * perPart, perPart],
  );
}

/** Sums of a group of orders. */
export interface OrderSums {
  readonly count: number;
  readonly grossFen: bigint;
  readonly feeFen: bigint;
  readonly incomeTaxFen: bigint;
  readonly vatFen: bigint;
  readonly surchargeFen: bigint;
  readonly netFen: bigint;
}

const SUMS = `count(*)::int AS count, coalesce(sum(o.gross_fen), 0)::bigint AS "grossFen", coalesce(sum(o.fee_fen), 0)::bigint AS "feeFen",
  coalesce(sum(o.income_tax_fen), 0)::bigint AS "incomeTaxFen", coalesce(sum(o.vat_fen), 0)::bigint AS "vatFen",
  coalesce(sum(o.surcharge_fen), 0)::bigint AS "surchargeFen", coalesce(sum(o.net_fen), 0)::bigint AS "netFen"`;

export function sumsByState(db: Queryable, batchId: number): Promise<(OrderSums & { state: OrderState })[]> {
  return db.query(`SELECT o.state, ${SUMS} FROM public.orders o WHERE o.batch_id = $1 GROUP BY 1 ORDER BY 1`, [
    batchId,
  ]);
}

/** Paid, by task: the first so many by amount. */
export function paidByTask(
  db: Queryable,
  batchId: number,
  limit: number,
): Promise<(OrderSums & { taskNumber: string; taskTitle: string })[]> {
  return db.query(
    `SELECT t.task_number AS "taskNumber", t.task_title AS "taskTitle", ${SUMS}
       FROM public.orders o JOIN tasks.published_task_facts t ON t.task_id = o.task_id
      WHERE o.batch_id = $1 AND o.state = 'paid' GROUP BY 1, 2 ORDER BY sum(o.net_fen) DESC, 1 LIMIT $2`,
    [batchId, limit],
  );
}

export interface UnpaidRow {
  readonly rowNo: number;
  readonly number: string;
  readonly workerNameMasked: string;
  readonly netFen: bigint;
  readonly state: OrderState;
  readonly reasonCode: string | null;
}

/** What did not arrive, or came back: the first so many by row. */
export function unpaidRows(db: Queryable, batchId: number, limit: number): Promise<UnpaidRow[]> {
  return db.query<UnpaidRow>(
    `SELECT o.row_no AS "rowNo", o.number, w.name_masked AS "workerNameMasked", o.net_fen AS "netFen", o.state,
            o.reason_code AS "reasonCode"
       FROM ${ORDER_FROM} WHERE o.batch_id = $1 AND o.state IN ('failed', 'returned', 'cancelled')
      ORDER BY o.row_no, o.id LIMIT $2`,
    [batchId, limit],
  );
}

/** Batches whose orders were paid, or came back, in a month of Shanghai. */
export function paidByBatch(
  db: Queryable,
  enterpriseId: number,
  [from, before]: readonly [Date, Date],
  limit: number,
): Promise<(OrderSums & { batchNumber: string; paidOn: Day })[]> {
  return db.query(
    `SELECT b.number AS "batchNumber", max((o.paid_at + interval '8 hours')::date)::text AS "paidOn", ${SUMS}
       FROM public.orders o JOIN public.settlement_batches b ON b.id = o.batch_id
      WHERE o.enterprise_id = $1 AND o.paid_at >= $2::timestamptz AT TIME ZONE 'UTC' AND o.paid_at < $3::timestamptz AT TIME ZONE 'UTC'
      GROUP BY 1 ORDER BY 2, 1 LIMIT $4`,
    [enterpriseId, from, before, limit],
  );
}
