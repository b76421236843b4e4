import { failureText } from './failure-text';
import type { Bearing, ChargeTime, TaxBearer } from '@linggong/billing';
import type { Queryable } from '@linggong/core';
import { notFound, type Day } from '@linggong/core/domain';
import { orderTrace, type TraceReader } from '@linggong/tax';
import { traceFieldsOf } from '@linggong/tax/api';
import type { OrderDetail, OrderRow } from '../../api';
import type { OrderState } from '../../domain';
import { wireRow } from './wire-row';

/** Columns of an order list, over `o` (orders) joined as ORDER_FROM says. */
export const orderColumns = {
  id: 'o.id',
  number: 'o.number',
  batchId: 'o.batch_id',
  batchNumber: 'b.number',
  enterpriseId: 'o.enterprise_id',
  enterpriseName: 'e.name',
  workerId: 'o.worker_id',
  workerNameMasked: 'w.name_masked',
  taskId: 'o.task_id',
  taskNumber: 't.task_number',
  taskTitle: 't.task_title',
  rowNo: 'o.row_no',
  state: 'o.state',
  amountFen: 'o.amount_fen',
  grossFen: 'o.gross_fen',
  feeFen: 'o.fee_fen',
  vatFen: 'o.vat_fen',
  surchargeFen: 'o.surcharge_fen',
  incomeTaxFen: 'o.income_tax_fen',
  receivableFen: 'o.receivable_fen',
  collectedFen: 'o.collected_fen',
  netFen: 'o.net_fen',
  feeMode: 'o.fee_mode',
  feeTiming: 'o.fee_timing',
  taxBearer: 'o.tax_bearer',
  payeeAccountMasked: 'o.payee_account_masked',
  taxDay: 'o.tax_day',
  confirmedAt: 'o.confirmed_at',
  sentAt: 'o.sent_at',
  paidAt: 'o.paid_at',
  returnedAt: 'o.returned_at',
  failedAt: 'o.failed_at',
} as const;

/** What each order has exactly one of. */
export const ORDER_JOINS = `JOIN public.settlement_batches b ON b.id = o.batch_id
  JOIN parties.published_enterprise_facts e ON e.enterprise_id = o.enterprise_id
  JOIN parties.published_worker_facts w ON w.worker_id = o.worker_id
  JOIN tasks.published_task_facts t ON t.task_id = o.task_id`;

export const ORDER_FROM = `public.orders o ${ORDER_JOINS}`;

export const orderSelect = Object.entries(orderColumns)
  .map(([name, sql]) => `${sql} AS "${name}"`)
  .join(', ');

export interface StoredOrder {
  readonly id: number;
  readonly number: string;
  readonly batchId: number;
  readonly batchNumber: string;
  readonly enterpriseId: number;
  readonly enterpriseName: string;
  readonly workerId: number;
  readonly workerNameMasked: string;
  readonly taskId: number;
  readonly taskNumber: string;
  readonly taskTitle: string;
  readonly rowNo: number;
  readonly state: OrderState;
  readonly amountFen: bigint;
  readonly grossFen: bigint;
  readonly feeFen: bigint;
  readonly vatFen: bigint;
  readonly surchargeFen: bigint;
  readonly incomeTaxFen: bigint;
  readonly receivableFen: bigint;
  readonly collectedFen: bigint;
  readonly netFen: bigint;
  readonly feeMode: Bearing;
  readonly feeTiming: ChargeTime;
  readonly taxBearer: TaxBearer;
  readonly payeeAccountMasked: string;
  readonly taxDay: Day | null;
  readonly confirmedAt: Date | null;
  readonly sentAt: Date | null;
  readonly paidAt: Date | null;
  readonly returnedAt: Date | null;
  readonly failedAt: Date | null;
}

interface StoredDetail {
  readonly engagementId: number;
  readonly bankCardId: number;
  readonly payerAccountMasked: string | null;
  readonly remark: string | null;
  readonly bankReference: string | null;
  readonly reasonCode: string | null;
}

export const orderRowView = (row: StoredOrder): OrderRow => wireRow(row);

/** What the detail of an order has beyond its list columns; its tax trace only as far as the reader may see it. */
export async function orderExtras(
  db: Queryable,
  orderId: number,
  reader: TraceReader,
): Promise<Omit<OrderDetail, keyof OrderRow>> {
  const { reasonCode, ...facts } = await db.one<StoredDetail>(
    `SELECT engagement_id AS "engagementId", bank_card_id AS "bankCardId", payer_account_masked AS "payerAccountMasked",
            remark, bank_reference AS "bankReference", reason_code AS "reasonCode"
       FROM public.orders WHERE id = $1`,
    [orderId],
  );
  return {
    ...facts,
    failure: reasonCode === null ? null : failureText(reasonCode),
    ...traceFieldsOf(await orderTrace(db, orderId, reader)),
  };
}

/** An order with its tax trace, line by line. @throws Problem 404 */
export async function orderView(db: Queryable, orderId: number, reader: TraceReader): Promise<OrderDetail> {
  const row = await db.maybeOne<StoredOrder>(`SELECT ${orderSelect} FROM ${ORDER_FROM} WHERE o.id = $1`, [orderId]);
  if (row === undefined) throw notFound({ zh: '订单', en: 'order' });
  return { ...orderRowView(row), ...(await orderExtras(db, orderId, reader)) };
}
