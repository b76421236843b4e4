import { workersPart } from '@linggong/billing';
import type { Command, Tx } from '@linggong/core';
import { FEN_MAX, monthOf, type Day, type Fen } from '@linggong/core/domain';
import { PLATFORM_GROUP, platformUrbanRate, reserveTaxes, voidTaxes } from '@linggong/tax';
import { freeMonths, reserveMonths } from '../confirm/worker-months';
import { quoteLineTaxes, taxLine, type QuotedFigures, type QuotedTax, type TaxedLine } from '../ports/taxes';
import type { DueOrder } from './due-orders';

export interface Requoted {
  readonly orders: readonly DueOrder[];
  /** Orders with a promised net that now needs a higher gross than what is held for them: they may not leave. */
  readonly dearer: readonly DueOrder[];
}

/**
 * Quotes orders again that are sent in another month than they were quoted for (design section 4): their tax is voided in
 * the old month and reserved in the new one. The fee stays. Where the worker bears tax the gross stays too, so that the hold
 * still covers it, and the net may change; where a net was promised, the gross is found anew, and must not be above the one
 * that is held.
 * @throws Problem where tax refuses a line: nothing is sent then
 */
export async function requoteOrders(
  tx: Tx,
  command: Command,
  enterpriseId: number,
  orders: readonly DueOrder[],
  day: Day,
): Promise<Requoted> {
  const orderIds = orders.map(({ orderId }) => orderId);
  await moveMonths(tx, orders, day);
  await voidTaxes(tx, orderIds, command);
  const lines = orders.map(promisedLine);
  const quoted = (await quoteLineTaxes(tx, { enterpriseId, day }, lines)).map(demandFigures);
  const requoted = orders.map((order, index) => ({ ...order, ...figuresAt(quoted, index), quotedDay: day }));
  const dearer = orders.filter(({ grossFen }, index) => figuresAt(quoted, index).grossFen > grossFen);
  if (dearer.length > 0) return { orders: requoted, dearer };
  const rate = await platformUrbanRate(tx, day);
  const reserved = await reserveTaxes(
    tx,
    {
      groupCode: PLATFORM_GROUP,
      day,
      enterpriseId,
      lines: requoted.map((order, index) => ({
        ...taxLine({ ...order, lineKey: String(order.orderId) }, rate),
        orderId: order.orderId,
        quoted: figuresAt(quoted, index),
      })),
    },
    command,
  );
  if (!reserved.ok) throw new Error('taxes changed between quoting and reserving; the next attempt quotes again');
  await storeFigures(tx, command, orderIds, quoted);
  return { orders: requoted, dearer };
}

function promisedLine(order: DueOrder): TaxedLine {
  const line = { ...order, lineKey: String(order.orderId) };
  if (order.taxBearer === 'worker') return line;
  return { ...line, promisedNetFen: workersPart(order.amountFen, order.feeFen, { bearing: order.feeMode }) };
}

function demandFigures(tax: QuotedTax): QuotedFigures {
  if ('refusal' in tax) throw new Error(`tax cannot be computed anew: ${tax.refusal.en}`);
  return tax;
}

function figuresAt(quoted: readonly QuotedFigures[], index: number): QuotedFigures {
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
    fen: orders.map(({ amountFen }) => amountFen),
  };
  await reserveMonths(tx, monthOf(day), amounts, FEN_MAX);
}

async function storeFigures(
  tx: Tx,
  command: Command,
  orderIds: readonly number[],
  quoted: readonly QuotedFigures[],
): Promise<void> {
  const of = (pick: (figures: QuotedFigures) => Fen): Fen[] => quoted.map(pick);
  await tx.query(
    `UPDATE public.orders o
        SET vat_fen = q.vat, surcharge_fen = q.surcharge, income_tax_fen = q.income_tax, receivable_fen = q.receivable,
            collected_fen = q.collected, net_fen = q.net, gross_fen = q.gross, updated_at = $9::timestamptz
       FROM unnest($1::int[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[],
                   $8::bigint[]) AS q (id, vat, surcharge, income_tax, receivable, collected, net, gross)
      WHERE o.id = q.id`,
    [
      orderIds,
      of(({ vatFen }) => vatFen),
      of(({ surchargeFen }) => surchargeFen),
      of(({ incomeTaxFen }) => incomeTaxFen),
      of(({ receivableFen }) => receivableFen),
      of(({ collectedFen }) => collectedFen),
      of(({ netFen }) => netFen),
      of(({ grossFen }) => grossFen),
      command.at,
    ],
  );
}
