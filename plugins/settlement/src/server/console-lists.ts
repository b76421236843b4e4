import { consoleResource, scopeBy, type ConsoleResource, type ListColumn } from '@linggong/access';
import { clockOf } from '@linggong/core';
import { risksAwaited } from '../api';
import { batchStates, lineStates, orderStates, type OrderState } from '../domain';
import { BATCH_FROM, batchColumns, batchView } from './read/batch-view';
import { DEPOSIT_FROM, depositColumns } from './read/deposit-view';
import { LINE_FROM, toldLineColumns } from './read/line-view';
import { ORDER_FROM, orderColumns, orderExtras } from './read/order-view';
import { ordersAroundDay } from './read/orders-of-month';
import { codesFor } from './read/sight';

/** Columns that are shown, each with what the list may do with it. */
function columnsOf<C extends Readonly<Record<string, string>>>(
  shown: C,
  uses: Partial<Record<keyof C, Omit<ListColumn, 'sql'>>>,
): Record<string, ListColumn> {
  return Object.fromEntries(Object.entries(shown).map(([name, sql]) => [name, { sql, ...uses[name] }]));
}

const money = { filter: 'number', sort: true, sum: true } as const;
const time = { filter: 'instant', sort: true } as const;
const id = { filter: 'relation', sort: true } as const;
const number = { filter: 'prefix', sort: true, searched: true } as const;

export const batchList: ConsoleResource = consoleResource({
  name: 'settlement-batches',
  resource: 'settlement-batch',
  from: BATCH_FROM,
  columns: columnsOf(batchColumns, {
    id,
    number,
    enterpriseId: id,
    enterpriseName: { filter: 'text', sort: true, searched: true },
    state: { filter: 'enum', values: batchStates, sort: true },
    fileName: { filter: 'text', searched: true },
    lineCount: { filter: 'number', sort: true },
    grossFen: money,
    netFen: money,
    quoteExpiresAt: time,
    uploadedAt: time,
    confirmedAt: time,
    releasedAt: time,
    completedAt: time,
    awaitsRisk: { filter: 'enum', values: [...risksAwaited] },
  }),
  scope: scopeBy({ enterprise: 'b.enterprise_id' }),
  detail: (batchId, account, db, { strapi }) => batchView(db, batchId, account, clockOf(strapi).now()),
});

const lines: ConsoleResource = consoleResource({
  name: 'settlement-lines',
  resource: 'settlement-line',
  from: `${LINE_FROM} JOIN public.settlement_batches b ON b.id = l.batch_id`,
  columns: {
    // A list has the same columns for everybody; staff read persons and cards of strangers by the routes of the batch.
    ...columnsOf(toldLineColumns, {
      id,
      batchId: id,
      rowNo: { filter: 'number', sort: true },
      state: { filter: 'enum', values: lineStates, sort: true },
      taskNumber: number,
      workerId: id,
      amountFen: money,
      netFen: money,
    }),
    /** Codes of the blocker catalogue; their words stand in `@linggong/settlement/api`. */
    codes: { sql: codesFor.told },
    blocker: { sql: `array_to_string(${codesFor.told}, ' ')`, filter: 'text', shown: false },
  },
  order: { column: 'id', direction: 'ASC' },
  scope: scopeBy({ enterprise: 'b.enterprise_id' }),
});

/**
 * Few of a million orders are in these states, and an index finds them. A batch with an open order is not completed, and only with its batch
 * is an order cancelled.
 */
const open = "o.batch_id IN (SELECT open.id FROM public.settlement_batches open WHERE open.state <> 'completed')";
const impliedByState: Readonly<Partial<Record<OrderState, string>>> = {
  confirmed: open,
  paying: open,
  failed: 'o.failed_at IS NOT NULL',
  returned: 'o.returned_at IS NOT NULL',
  cancelled: "o.batch_id IN (SELECT gone.id FROM public.settlement_batches gone WHERE gone.state = 'cancelled')",
};

export const orderList: ConsoleResource = consoleResource({
  name: 'orders',
  resource: 'order',
  from: ORDER_FROM,
  columns: columnsOf(orderColumns, {
    id,
    number,
    batchId: id,
    batchNumber: { filter: 'prefix', sort: true },
    enterpriseId: id,
    enterpriseName: { filter: 'text', sort: true },
    workerId: id,
    taskId: id,
    taskNumber: { filter: 'prefix' },
    state: { filter: 'enum', values: orderStates, sort: true, implied: impliedByState },
    grossFen: money,
    feeFen: money,
    incomeTaxFen: money,
    netFen: money,
    taxDay: { filter: 'day', sort: true, impliedByDay: ordersAroundDay },
    confirmedAt: time,
    sentAt: time,
    paidAt: time,
    returnedAt: time,
  }),
  scope: scopeBy({ enterprise: 'o.enterprise_id', worker: 'o.worker_id' }),
  detail: (orderId, account, db) => orderExtras(db, orderId, account),
});

const deposits: ConsoleResource = consoleResource({
  name: 'deposits',
  resource: 'deposit',
  from: DEPOSIT_FROM,
  columns: columnsOf(depositColumns, {
    id,
    number,
    enterpriseId: id,
    enterpriseName: { filter: 'text', sort: true },
    subAccountNumber: { filter: 'prefix' },
    bankSerial: { filter: 'prefix', searched: true },
    amountFen: money,
    receivedAt: time,
    bookedAt: time,
  }),
  scope: scopeBy({ enterprise: 'd.enterprise_id' }),
});

export const settlementLists = [batchList, lines, orderList, deposits];
