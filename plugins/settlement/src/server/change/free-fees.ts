import { takeFromMonths, type ChargeTime, type FreedMonth, type ReturnedFee } from '@linggong/billing';
import type { Command, Tx } from '@linggong/core';
import type { Fen, Month } from '@linggong/core/domain';
import { accountOf, post, type LedgerEntry, type Posting } from '@linggong/ledger';

/**
 * What became of orders that are not paid after all: `stopped` before they left (cancelled, or no longer fit), `failed` at the
 * bank, `returned` after they were paid.
 */
export type Fate = 'stopped' | 'failed' | 'returned';

interface FreedOrder {
  readonly orderId: number;
  readonly enterpriseId: number;
  readonly month: Month;
  readonly amountFen: Fen;
  readonly feeFen: Fen;
  readonly feeTiming: ChargeTime;
  readonly returnedFee: ReturnedFee;
}

/**
 * Gives back, or keeps, the fees of orders that are not paid after all, as their plan says, and takes them out of the month
 * by which fees go. No other order's fee changes. The last of the locks; where an order was booked, its booking is
 * reversed first.
 */
export async function freeFees(tx: Tx, command: Command, orderIds: readonly number[], fate: Fate): Promise<void> {
  const orders = await tx.query<FreedOrder>(
    `SELECT id AS "orderId", enterprise_id AS "enterpriseId", amount_fen AS "amountFen", fee_fen AS "feeFen",
            to_char(confirmed_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS month, fee_timing AS "feeTiming",
            returned_fee AS "returnedFee"
       FROM public.orders WHERE id = ANY ($1::int[]) ORDER BY id`,
    [orderIds],
  );
  const entries = orders.flatMap((order) => entryOf(order, fate, command));
  if (entries.length > 0) await post(tx, command, entries);
  await takeFromMonths(tx, freedMonths(orders, fate));
}

/** True where the platform keeps a fee that was charged already. */
function isKept({ feeTiming, returnedFee }: FreedOrder, fate: Fate): boolean {
  // What is charged with the payment, or after it, was never charged for a payment that failed.
  return returnedFee === 'keep' && (fate === 'returned' || (fate === 'failed' && feeTiming === 'before'));
}

function entryOf(order: FreedOrder, fate: Fate, command: Command): LedgerEntry[] {
  const kept = isKept(order, fate);
  const posting = kept ? keptPosting(order) : givenBack(order);
  if (posting === undefined || order.feeFen === 0n) return [];
  return [
    {
      key: `${kept ? 'fee-kept' : 'fee-given-back'}:${order.orderId}`,
      kind: kept ? 'fee-kept' : 'fee-given-back',
      occurredAt: command.at,
      reference: `order:${order.orderId}`,
      postings: [posting],
    },
  ];
}

/** Earned in spite of it: out of what was paid before, of the deposit to which the payment came back, or owed. */
function keptPosting({ enterpriseId, feeFen, feeTiming }: FreedOrder): Posting {
  const from = { before: 'fee-prepaid', 'with-payment': 'deposit', after: 'fee-receivable' } as const;
  return {
    source: accountOf('fee', enterpriseId),
    destination: accountOf(from[feeTiming], enterpriseId),
    amountFen: feeFen,
  };
}

/** Only what was charged at the confirmation goes back by itself; the rest goes with the hold, or with the reversal. */
function givenBack({ enterpriseId, feeFen, feeTiming }: FreedOrder): Posting | undefined {
  if (feeTiming !== 'before') return undefined;
  return {
    source: accountOf('deposit', enterpriseId),
    destination: accountOf('fee-prepaid', enterpriseId),
    amountFen: feeFen,
  };
}

function freedMonths(orders: readonly FreedOrder[], fate: Fate): FreedMonth[] {
  const months = new Map<string, FreedMonth>();
  for (const order of orders) {
    const { enterpriseId, month, amountFen } = order;
    const key = `${enterpriseId}/${month}`;
    const known = months.get(key) ?? { enterpriseId, month, volumeFen: 0n, feeFen: 0n };
    const feeFen = known.feeFen + (isKept(order, fate) ? 0n : order.feeFen);
    months.set(key, { ...known, volumeFen: known.volumeFen + amountFen, feeFen });
  }
  return [...months.values()];
}
