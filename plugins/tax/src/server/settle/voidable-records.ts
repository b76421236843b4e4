import type { Queryable } from '@linggong/core';
import type { BookedPayment, Regime, VatRole } from '../../domain';
import { storedTraceSchema } from '../read/stored-trace';

/** A live record with what is needed to take it back. */
export interface VoidableRecord {
  readonly id: number;
  readonly orderId: number;
  readonly workerId: number;
  readonly regime: Regime;
  readonly enterpriseId: number;
  readonly booked: BookedPayment;
}

interface RecordRow {
  id: number;
  orderId: number;
  workerId: number;
  regime: Regime;
  enterpriseId: number;
  taxDay: string;
  vatRole: VatRole;
  months: number;
  grossFen: bigint;
  vatFen: bigint;
  urbanMaintenanceFen: bigint;
  educationFen: bigint;
  localEducationFen: bigint;
  incomeFen: bigint;
  rate: bigint;
  incomeTaxFen: bigint;
  receivableFen: bigint;
  collectedFen: bigint;
  netFen: bigint;
  trace: unknown;
}

/** Whose totals must be locked before the live records of an order may be read and voided. */
export interface LiveOrder {
  readonly orderId: number;
  readonly workerId: number;
  readonly groupCode: string;
  readonly regime: Regime;
  readonly taxMonth: string;
}

export async function readLiveOrders(db: Queryable, orderIds: readonly number[]): Promise<LiveOrder[]> {
  return db.query<LiveOrder>(
    `SELECT order_id AS "orderId", worker_id AS "workerId", group_code AS "groupCode", regime,
            tax_month AS "taxMonth"
       FROM public.tax_records
      WHERE order_id = ANY($1::integer[]) AND state <> 'voided' ORDER BY group_code, worker_id, regime`,
    [orderIds],
  );
}

/** Live records of orders, in the order in which their payments were taken. The caller holds the lock on their totals. */
export async function readVoidable(
  db: Queryable,
  groupCode: string,
  orderIds: readonly number[],
): Promise<VoidableRecord[]> {
  const rows = await db.query<RecordRow>(
    `SELECT r.id, r.order_id AS "orderId", r.worker_id AS "workerId", r.regime, r.enterprise_id AS "enterpriseId",
            r.tax_day AS "taxDay", r.vat_role AS "vatRole", r.months, r.gross_fen AS "grossFen",
            r.vat_fen AS "vatFen", r.urban_maintenance_fen AS "urbanMaintenanceFen", r.education_fen AS "educationFen",
            r.local_education_fen AS "localEducationFen", r.income_fen AS "incomeFen", r.rate_millionths AS rate,
            r.income_tax_fen AS "incomeTaxFen", r.receivable_fen AS "receivableFen", r.collected_fen AS "collectedFen",
            r.net_fen AS "netFen", r.trace
       FROM public.tax_records r
      WHERE r.group_code = $1 AND r.order_id = ANY($2::integer[]) AND r.state <> 'voided'
      ORDER BY r.worker_id, r.regime, r.sequence`,
    [groupCode, orderIds],
  );
  return rows.map(voidableRecord);
}

function voidableRecord(row: RecordRow): VoidableRecord {
  const { id, orderId, workerId, regime, enterpriseId } = row;
  return { id, orderId, workerId, regime, enterpriseId, booked: bookedOf(row) };
}

function bookedOf(row: RecordRow): BookedPayment {
  const trace = storedTraceSchema.parse(row.trace);
  return {
    payment: {
      paidOn: row.taxDay,
      grossFen: row.grossFen,
      vat: {
        role: row.vatRole,
        urbanMaintenanceRate: BigInt(trace.urbanRate),
        specialInvoice: trace.specialInvoice,
      },
    },
    ownSalesFen: row.vatRole === 'platform-files' ? 0n : BigInt(trace.ownSalesFen ?? trace.salesFen),
    result: {
      grossFen: row.grossFen,
      vatFen: row.vatFen,
      urbanMaintenanceFen: row.urbanMaintenanceFen,
      educationFen: row.educationFen,
      localEducationFen: row.localEducationFen,
      incomeFen: row.incomeFen,
      months: row.months,
      rate: row.rate,
      incomeTaxFen: row.incomeTaxFen,
      receivableCollectedFen: row.collectedFen,
      receivableAddedFen: row.receivableFen,
      // Outstanding after the payment is a fact of that day; taking the payment back needs only what it added and took.
      taxReceivableFen: row.receivableFen,
      netFen: row.netFen,
    },
  };
}
