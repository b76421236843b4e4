import type { Command, Tx } from '@linggong/core';
import { FEN_MAX, monthOf, type Day, type Fen } from '@linggong/core/domain';
import { PLATFORM_GROUP, reserveTaxes, voidTaxes, type LineFigures } from '@linggong/tax';
import { freeMonths, reserveMonths } from '../confirm/worker-months';
import { quoteLineTaxes, taxLine, urbanRate, type QuotedTax } from '../ports/taxes';
import type { DueOrder } from './due-orders';

/**
 * Quotes orders again that are sent in another month than they were quoted for (design section 4): their tax is voided in
 * the old month and reserved in the new one. Gross and fee stay, so that the hold still covers them; the net may change.
 * @throws Problem where tax refuses a line: nothing is sent then
 */
export async function requoteOrders(
  tx: Tx,
  command: Command,
  enterpriseId: number,
  orders: readonly DueOrder[],
  day: Day,
): Promise<DueOrder[]> {
  const orderIds = orders.map(({ orderId }) => orderId);
  await moveMonths(tx, orders, day);
  await voidTaxes(tx, orderIds, command);
  const lines = orders.map((order) => ({ ...order, lineKey: String(order.orderId) }));
  const quoted = (await quoteLineTaxes(tx, { enterpriseId, day }, lines)).map(demandFigures);
  const rate = await urbanRate(tx, enterpriseId);
  const reserved = await reserveTaxes(
    tx,
    {
      groupCode: PLATFORM_GROUP,
      day,
      enterpriseId,
      lines: lines.map((line, index) => ({
        ...taxLine(line, rate),
        orderId: line.orderId,
        quoted: figuresAt(quoted, index),
      })),
    },
    command,
  );
  if (!reserved.ok) throw new Error('taxes changed between quoting and reserving; the next attempt quotes again');
  await storeFigures(tx, command, orderIds, quoted);
  return orders.map((order, index) => ({ ...order, ...figuresAt(quoted, index), quotedDay: day }));
}

function demandFigures(tax: QuotedTax): LineFigures {
  if ('refusal' in tax) throw new Error(`tax cannot be computed anew: ${tax.refusal.en}`);
  return tax;
}

function figuresAt(quoted: readonly LineFigures[], index: number): LineFigures {
  const figures = quoted[index];
  if (figures === undefined) throw new Error('tax gave fewer figures than lines');
  return figures;
}

/** The payments count in the month in which they are sent; the limit was kept when they were confirmed. */
async function moveMonths(tx: Tx, orders: readonly DueOrder[], day: Day): Promise<void> {
  await freeMonths(
    tx,
    orders.map(({ orderId }) => orderId),
  );
  const amounts = {
    workerIds: orders.map(({ workerId }) => workerId),
    fen: orders.map(({ grossFen }) => grossFen),
  };
  await reserveMonths(tx, monthOf(day), amounts, FEN_MAX);
}

async function storeFigures(
  tx: Tx,
  command: Command,
  orderIds: readonly number[],
  quoted: readonly LineFigures[],
): Promise<void> {
  const of = (pick: (figures: LineFigures) => Fen): Fen[] => quoted.map(pick);
  await tx.query(
    `UPDATE public.orders o
        SET vat_fen = q.vat, surcharge_fen = q.surcharge, income_tax_fen = q.income_tax, receivable_fen = q.receivable,
            collected_fen = q.collected, net_fen = q.net, updated_at = $8::timestamptz
       FROM unnest($1::int[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[])
            AS q (id, vat, surcharge, income_tax, receivable, collected, net)
      WHERE o.id = q.id`,
    [
      orderIds,
      of(({ vatFen }) => vatFen),
      of(({ surchargeFen }) => surchargeFen),
      of(({ incomeTaxFen }) => incomeTaxFen),
      of(({ receivableFen }) => receivableFen),
      of(({ collectedFen }) => collectedFen),
      of(({ netFen }) => netFen),
      command.at,
    ],
  );
}
