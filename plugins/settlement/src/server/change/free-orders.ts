import type { Command, Tx } from '@linggong/core';
import { reopenEngagements } from '@linggong/tasks';
import { lockTaxAccounts, voidTaxes } from '@linggong/tax';
import { freeSetLimits } from '../confirm/set-limits';
import { freeMonths } from '../confirm/worker-months';

/**
 * Gives back what orders had reserved when they were confirmed: acceptances, months, running tax totals – in the house
 * order of locks. The money is the caller's: a hold is released, or a booking is reversed. Tax that other payments of the
 * workers were charged too much, or too little, is booked by tax itself, and given back or collected with the next payment.
 */
export async function freeReservations(tx: Tx, command: Command, orderIds: readonly number[]): Promise<void> {
  await lockTaxAccounts(tx, orderIds);
  const orders = await tx.query<{ engagementId: number; amountFen: bigint }>(
    `SELECT engagement_id AS "engagementId", amount_fen AS "amountFen" FROM public.orders WHERE id = ANY ($1::int[])`,
    [orderIds],
  );
  await reopenEngagements(tx, command, {
    engagementIds: orders.map(({ engagementId }) => engagementId),
    fen: orders.map(({ amountFen }) => amountFen),
  });
  await freeMonths(tx, orderIds);
  await freeSetLimits(tx, orderIds);
  await voidTaxes(tx, orderIds, command);
}
