import { recordRead, type SensitiveRead } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import { addDays, shanghaiDay, startOfDay, type Day, type Fen } from '@linggong/core/domain';
import {
  isLargePayment,
  nextOpening,
  type BankCalendar,
  type ChannelLimits,
  type Instruction,
  type PayoutChannel,
  type RefusalCode,
  type Wait,
} from '../../domain';
import { payeeKinds } from '../bank-file/open-instructions';
import { calendarFrom, limitsOn } from './channel-settings';
import type { PayoutOrder } from './prepare-payouts';

/** Orders that go in one file. */
export interface PlannedFile {
  readonly orders: readonly PayoutOrder[];
  readonly wait: Wait | null;
}

export interface PayoutPlan {
  /** Orders that would be refused as they are, each with its first reason. */
  readonly refused: readonly { readonly orderId: number; readonly code: RefusalCode }[];
  readonly files: readonly PlannedFile[];
}

/**
 * Decides of a chunk of orders what may leave through a channel, before anything is prepared: what the bank would refuse, what is
 * above its limits, and what has to wait for a window – for these alone, so that the others go at once.
 */
export async function planPayouts(
  tx: Queryable,
  command: Command,
  channel: PayoutChannel,
  orders: readonly PayoutOrder[],
): Promise<PayoutPlan> {
  if (orders.length === 0) return { refused: [], files: [] };
  const day = shanghaiDay(command.at);
  const [limits, calendar] = [await limitsOn(tx, channel.name, day), await calendarFrom(tx, day)];
  const ids = orders.map(({ orderId }) => orderId);
  const faults = await payeeFaults(tx, command, channel, orders, {
    subject: { kind: 'orders', id: 'payout-check' },
    ids,
  });
  const spent =
    limits.dayMaxFen === null ? new Map<string, Fen>() : await lockedSpending(tx, channel.name, day, orders);
  const refused: { orderId: number; code: RefusalCode }[] = [];
  const lanes = new Map<string, { orders: PayoutOrder[]; wait: Wait | null }>();
  for (const [index, order] of orders.entries()) {
    const code = faults[index] ?? limitFault(limits, order.amountFen);
    if (code !== undefined) {
      refused.push({ orderId: order.orderId, code });
      continue;
    }
    const wait = waitOf(limits, calendar, command.at, order, spent);
    if (wait === undefined) {
      refused.push({ orderId: order.orderId, code: 'window-missing' });
      continue;
    }
    const lane = lanes.get(wait?.reason ?? '');
    if (lane) lane.orders.push(order);
    else lanes.set(wait?.reason ?? '', { orders: [order], wait });
  }
  return { refused, files: [...lanes.values()] };
}

/** What the channel says against payees; they are opened for one that looks at them alone, and the log is told before. */
async function payeeFaults(
  db: Queryable,
  command: Command,
  channel: PayoutChannel,
  orders: readonly PayoutOrder[],
  of: Pick<SensitiveRead, 'subject' | 'ids'>,
): Promise<readonly (RefusalCode | undefined)[]> {
  if (!channel.examinesPayees) return [];
  const read = { ...of, purpose: 'payout-check', kinds: payeeKinds(channel.asksIdentity) } as const;
  return channel.examine(orders.map(asInstruction), await recordRead(db, command, read));
}

function limitFault({ lineMaxFen, dayMaxFen }: ChannelLimits, amountFen: Fen): RefusalCode | undefined {
  if (lineMaxFen !== null && amountFen > lineMaxFen) return 'amount-over-line-limit';
  return dayMaxFen !== null && amountFen > dayMaxFen ? 'amount-over-day-limit' : undefined;
}

/** Payments that are not yet orders. */
export interface ForeseenPayments {
  readonly amounts: readonly Fen[];
  /** What they belong to, and their numbers in it, as the log tells of them. */
  readonly of: Pick<SensitiveRead, 'subject' | 'ids'>;
  /** The same payments with their payees; asked for only where the channel looks at these. */
  orders(): Promise<readonly PayoutOrder[]>;
}

/**
 * Why payments would be refused whenever they leave – payees that the channel does not take, amounts above its limits –, in the
 * order of the amounts. For previews of a day: nothing is locked, and windows are not looked at.
 */
export async function foreseeRefusals(
  db: Queryable,
  command: Command,
  day: Day,
  channel: PayoutChannel,
  { amounts, of, orders }: ForeseenPayments,
): Promise<(RefusalCode | undefined)[]> {
  const limits = await limitsOn(db, channel.name, day);
  const faults = channel.examinesPayees ? await payeeFaults(db, command, channel, await orders(), of) : [];
  return amounts.map((amountFen, index) => faults[index] ?? limitFault(limits, amountFen));
}

/** Null: it leaves now. Undefined: the settings leave no time for it at all. */
function waitOf(
  limits: ChannelLimits,
  calendar: BankCalendar,
  at: Date,
  { amountFen, payerAccount }: PayoutOrder,
  spent: Map<string, Fen>,
): Wait | null | undefined {
  const isLarge = isLargePayment(limits, amountFen);
  const soFar = (spent.get(payerAccount) ?? 0n) + amountFen;
  if (limits.dayMaxFen !== null && soFar > limits.dayMaxFen) {
    const tomorrow = startOfDay(addDays(shanghaiDay(at), 1));
    const opening = nextOpening(limits, calendar, tomorrow, isLarge);
    return opening && { until: opening, reason: 'day-limit' };
  }
  const until = nextOpening(limits, calendar, at, isLarge);
  if (until === undefined) return undefined;
  spent.set(payerAccount, soFar);
  if (until.getTime() === at.getTime()) return null;
  return {
    until,
    reason: nextOpening(limits, calendar, at, false)?.getTime() === at.getTime() ? 'large-window' : 'cut-off',
  };
}

/** @throws Error where the settings leave no window at all */
export function demandOpening(limits: ChannelLimits, calendar: BankCalendar, at: Date, isLarge: boolean): Date {
  const opening = nextOpening(limits, calendar, at, isLarge);
  if (opening === undefined) throw new Error('the windows of this channel leave no time to send');
  return opening;
}

/**
 * Batches of one account that are planned at once see each other's files: the second waits until the first has its own.
 * Accounts are locked in one order.
 */
async function lockedSpending(
  tx: Queryable,
  channel: string,
  day: Day,
  orders: readonly PayoutOrder[],
): Promise<Map<string, Fen>> {
  const accounts = [...new Set(orders.map(({ payerAccount }) => payerAccount))].sort();
  for (const account of accounts) {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`channels.day:${channel}:${account}`]);
  }
  return spentToday(tx, channel, day, orders);
}

/** What each paying account has in files of a day already, those that wait for another day left out. */
async function spentToday(
  tx: Queryable,
  channel: string,
  day: Day,
  orders: readonly PayoutOrder[],
): Promise<Map<string, Fen>> {
  const rows = await tx.query<{ account: string; fen: Fen }>(
    `SELECT y.payer_account AS account, sum(p.amount_fen)::bigint AS fen
       FROM channels.files f JOIN public.payouts p ON p.instruction_file = f.message_id COLLATE "default"
       JOIN channels.payees y ON y.payout_number = p.number
      WHERE f.channel = $1 AND y.payer_account = ANY ($3::text[]) AND p.state NOT IN ('cancelled', 'rejected')
        AND coalesce(f.handed_over_at, f.waits_until, f.prepared_at) >= $2 AND coalesce(f.handed_over_at, f.waits_until, f.prepared_at) < $4
      GROUP BY 1`,
    [
      channel,
      startOfDay(day),
      [...new Set(orders.map(({ payerAccount }) => payerAccount))],
      startOfDay(addDays(day, 1)),
    ],
  );
  return new Map(rows.map(({ account, fen }) => [account, fen]));
}

/** An order as the adapter will be given it, before it has a number. */
function asInstruction(order: PayoutOrder): Instruction {
  const { orderId, payerAccount, payerName, payerBankCode, amountFen, remark, payee } = order;
  return {
    endToEndId: String(orderId),
    payerAccount,
    payerName: payerName ?? null,
    payerBankCode: payerBankCode ?? null,
    amountFen,
    remark,
    payee: {
      subject: payee.subject,
      cardSealed: Buffer.from(payee.cardSealed, 'base64'),
      nameSealed: Buffer.from(payee.nameSealed, 'base64'),
      identitySealed: payee.identitySealed == null ? null : Buffer.from(payee.identitySealed, 'base64'),
      bankCode: payee.bankCode ?? null,
    },
  };
}
