import type { Command, Tx } from '@linggong/core';
import type { SettlementTools } from '../tools';
import { bookFailed } from './book-failed';
import { bookPaid } from './book-paid';
import { bookReturned } from './book-returned';
import { lockOrders, type AnsweredOrder } from './booked-orders';

/**
 * Books what the bank said of orders, as their payouts stand now. Events are not ordered – a retry of `settled` may be
 * heard after `returned` –, so an event only names the orders: a payment that came back is first booked as paid, then
 * unwound, whichever event comes first. What is booked already is left alone.
 */
export async function bookAnswers(
  tools: SettlementTools,
  tx: Tx,
  command: Command,
  orderIds: readonly number[],
): Promise<void> {
  const orders = await lockOrders(tx, orderIds, ['paying', 'paid']);
  const paying = orders.filter(({ state }) => state === 'paying');
  await bookPaid(tools, tx, command, paying.filter(wasSettled));
  await bookReturned(
    tools,
    tx,
    command,
    orders.filter(({ payoutState }) => payoutState === 'returned'),
  );
  await bookFailed(
    tools,
    tx,
    command,
    paying.filter(({ payoutState }) => payoutState === 'rejected'),
  );
}

function wasSettled({ payoutState }: AnsweredOrder): boolean {
  return payoutState === 'settled' || payoutState === 'returned';
}
