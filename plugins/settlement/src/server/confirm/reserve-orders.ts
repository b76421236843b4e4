import type { Command, Tx } from '@linggong/core';
import { monthOf, Problem, type Day, type Fen } from '@linggong/core/domain';
import { settleEngagements } from '@linggong/tasks';
import { PLATFORM_GROUP, platformUrbanRate, reserveTaxes, type LineFigures } from '@linggong/tax';
import type { BatchRow } from '../batch-rows';
import { ordersHeldByMeasures } from '../check/measure-blockers';
import { riskyOrders } from '../check/risk-blockers';
import { policyOn } from '../policy-rows';
import { taxLine, type TaxedLine } from '../ports/taxes';
import { reserveFees } from './reserve-fees';
import { StaleQuote } from './stale-quote';
import { reserveSetLimits } from './set-limits';
import { reserveMonths } from './worker-months';

/** With their traces, a hundred thousand orders at once would take most of a gigabyte. */
const CHUNK_ORDERS = 5_000;

/**
 * Reserves what the new orders of a batch take: acceptances, months, tax totals, the month of fees, in the house order of locks.
 * @param chunkOrders orders that are in memory at once; a worker's may be parted, since the totals carry on
 * @throws StaleQuote where something no longer holds what the quote stands on
 */
export async function reserveOrders(
  tx: Tx,
  command: Command,
  batch: BatchRow,
  day: Day,
  chunkOrders = CHUNK_ORDERS,
): Promise<void> {
  const { engagementIds, workerIds, fen } = await orderAmounts(tx, batch.id);
  const { lineLimitFen, workerMonthLimitFen } = await policyOn(tx, day);
  if (fen.some((amount) => amount > lineLimitFen)) throw new StaleQuote('limits');
  await settleEngagements(tx, command, { engagementIds, fen }).catch((error: unknown) => {
    throw error instanceof Problem && error.status === 409 ? new StaleQuote('acceptances') : error;
  });
  const above = await reserveMonths(tx, monthOf(day), { workerIds, fen }, workerMonthLimitFen);
  // Told as what it is to the enterprise: a hold, not a limit that others have used up.
  if (above.length > 0) throw new StaleQuote('risk');
  await reserveSetLimits(tx, batch, day);
  if ((await ordersHeldByMeasures(tx, batch.id)) > 0) throw new StaleQuote('risk');
  if ((await riskyOrders(tx, batch, day)) > 0) throw new StaleQuote('risk');
  await reserveOrderTaxes(tx, command, batch, day, chunkOrders);
  await reserveFees(tx, batch, day);
}

/** Amounts of the orders, as the sheet has them, as arrays side by side. */
interface OrderAmounts {
  readonly engagementIds: readonly number[];
  readonly workerIds: readonly number[];
  readonly fen: readonly Fen[];
}

function orderAmounts(tx: Tx, batchId: number): Promise<OrderAmounts> {
  return tx.one<OrderAmounts>(
    `SELECT array_agg(engagement_id) AS "engagementIds", array_agg(worker_id) AS "workerIds", array_agg(amount_fen) AS fen
       FROM public.orders WHERE batch_id = $1`,
    [batchId],
  );
}

/** An order, with the figures that the enterprise saw. */
interface QuotedOrder extends TaxedLine, LineFigures {
  readonly orderId: number;
}

const DECLARE_ORDERS = `DECLARE orders_to_tax NO SCROLL CURSOR FOR
  SELECT o.id AS "orderId", o.id::text AS "lineKey", o.worker_id AS "workerId", o.gross_fen AS "grossFen",
         o.vat_fen AS "vatFen", o.surcharge_fen AS "surchargeFen", o.income_tax_fen AS "incomeTaxFen",
         o.receivable_fen AS "receivableFen", o.collected_fen AS "collectedFen", o.net_fen AS "netFen",
         w.vat_role AS "vatRole", w.resident
    FROM public.orders o JOIN parties.published_worker_facts w ON w.worker_id = o.worker_id
   WHERE o.batch_id = $1 ORDER BY o.worker_id, o.row_no`;

/** By worker, so that the totals are locked in the order of their ids over all chunks. */
async function reserveOrderTaxes(
  tx: Tx,
  command: Command,
  batch: BatchRow,
  day: Day,
  chunkOrders: number,
): Promise<void> {
  const rate = await platformUrbanRate(tx, batch.quoteDay ?? day);
  await tx.query(DECLARE_ORDERS, [batch.id]);
  for (;;) {
    const orders = await tx.query<QuotedOrder>(`FETCH ${chunkOrders} FROM orders_to_tax`);
    if (orders.length === 0) break;
    const reservation = await reserveTaxes(
      tx,
      {
        groupCode: PLATFORM_GROUP,
        // The day of the quote: the figures must come out as the enterprise saw them; its month was checked before.
        day: batch.quoteDay ?? day,
        enterpriseId: batch.enterpriseId,
        lines: orders.map((order) => ({ ...taxLine(order, rate), orderId: order.orderId, quoted: figuresOf(order) })),
      },
      command,
    );
    if (!reservation.ok) throw new StaleQuote('taxes');
  }
  await tx.query('CLOSE orders_to_tax');
}

function figuresOf(order: QuotedOrder): LineFigures {
  const { vatFen, surchargeFen, incomeTaxFen, receivableFen, collectedFen, netFen } = order;
  return { vatFen, surchargeFen, incomeTaxFen, receivableFen, collectedFen, netFen };
}
