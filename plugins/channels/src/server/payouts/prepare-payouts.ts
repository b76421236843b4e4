import { record } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import { businessNumber, monthOf, problem, shanghaiDay, type Fen } from '@linggong/core/domain';
import type { PayoutState, Wait } from '../../domain';
import type { Routing } from '../routing/route-payments';
import { plainArray } from '../sql-text';

/** An order to be paid, its payee sealed (base64 as the content types keep it). */
export interface PayoutOrder {
  orderId: number;
  /** 1 for the first payout of an order; a payout after a rejection is another attempt. */
  attempt?: number;
  /** Number of the enterprise's sub-account. */
  payerAccount: string;
  /** Name and bank number of the sub-account, for channels of files. */
  payerName?: string | null;
  payerBankCode?: string | null;
  amountFen: Fen;
  /** Words for the payee's statement; never personal data. */
  remark: string;
  payee: {
    subject: string;
    cardSealed: string;
    nameSealed: string;
    /** Only for channels that ask for it. */
    identitySealed?: string | null;
    bankCode?: string | null;
  };
}

export interface PreparedPayout {
  orderId: number;
  payoutId: number;
  /** Business number and EndToEndId. */
  number: string;
  state: PayoutState;
}

export interface PreparedFile {
  /** File of the payouts prepared now; null where all of them had been prepared before. */
  messageId: string | null;
  payouts: PreparedPayout[];
}

/** When a file leaves, and by what its channel was chosen; null where it was named and not routed. */
interface Leaving {
  readonly wait: Wait | null;
  readonly routing: Routing | null;
}

/** Lines of one instruction file. */
export const FILE_LINES_MAX = 5_000;

/**
 * Prepares payouts of one chunk of orders as one instruction file, in the caller's transaction. Nothing leaves before
 * `send`. An order and attempt that is prepared already is given back as it stands.
 * @throws Problem 409 `payout-differs` where a prepared payout has another amount
 * @throws Problem 422 `payout-file-size` above 5,000 orders
 */
export async function preparePayouts(
  tx: Queryable,
  command: Command,
  channel: string,
  orders: readonly PayoutOrder[],
  leaving: Leaving = { wait: null, routing: null },
): Promise<PreparedFile> {
  if (orders.length === 0) return { messageId: null, payouts: [] };
  if (orders.length > FILE_LINES_MAX) throw tooLarge(orders.length);
  const messageId = await nextMessageId(tx, command);
  const fresh = await insertPayouts(tx, command, channel, messageId, orders);
  const payouts = await payoutsOf(tx, orders);
  refuseOtherAmounts(orders, payouts);
  if (fresh.size > 0) {
    await insertPayees(tx, orders, payouts, fresh);
    await insertFile(tx, command, { channel, messageId, ...leaving }, orders, fresh);
    await rememberPayers(tx, command, orders);
    await record(tx, command, {
      action: 'payout.prepare',
      subject: { kind: 'payout-file', id: messageId },
      count: fresh.size,
      after: { state: 'prepared', channel, amountFen: freshFen(orders, fresh) },
    });
  }
  return {
    messageId: fresh.size > 0 ? messageId : null,
    payouts: payouts.map(({ orderId, payoutId, number, state }) => ({ orderId, payoutId, number, state })),
  };
}

function freshFen(orders: readonly PayoutOrder[], fresh: ReadonlySet<string>): Fen {
  const isFresh = (order: PayoutOrder): boolean => fresh.has(`${order.orderId}:${attemptOf(order)}`);
  return orders.filter(isFresh).reduce((sum, { amountFen }) => sum + amountFen, 0n);
}

async function nextMessageId(tx: Queryable, command: Command): Promise<string> {
  const { serial } = await tx.one<{ serial: bigint }>("SELECT nextval('channels.file_serial') AS serial");
  return businessNumber('PF', shanghaiDay(command.at), serial);
}

/** Keys of the orders that got a payout now. */
async function insertPayouts(
  tx: Queryable,
  command: Command,
  channel: string,
  messageId: string,
  orders: readonly PayoutOrder[],
): Promise<Set<string>> {
  const rows = await tx.query<{ orderId: number; attempt: number }>(
    `INSERT INTO public.payouts (number, order_id, attempt, amount_fen, channel, state, instruction_file, prepared_at)
     SELECT $6 || lpad(serial::text, greatest(length(serial::text), 4), '0'), order_id, attempt, amount_fen, $4, 'prepared', $5, $7
       FROM (SELECT request.*, nextval('channels.payout_serial') AS serial
               FROM unnest($1::int[], $2::int[], $3::bigint[]) AS request (order_id, attempt, amount_fen)
              WHERE NOT EXISTS (SELECT 1 FROM public.payouts p WHERE p.order_id = request.order_id AND p.attempt = request.attempt)
              ORDER BY order_id) fresh
     ON CONFLICT (order_id, attempt) DO NOTHING
     RETURNING order_id AS "orderId", attempt`,
    [
      plainArray(orders.map(({ orderId }) => orderId)),
      plainArray(orders.map(attemptOf)),
      plainArray(orders.map(({ amountFen }) => amountFen)),
      channel,
      messageId,
      // As `businessNumber` writes it; the serials are drawn where the rows are made.
      `PO-${monthOf(shanghaiDay(command.at))}-`,
      command.at,
    ],
  );
  return new Set(rows.map(({ orderId, attempt }) => `${orderId}:${attempt}`));
}

function attemptOf({ attempt }: PayoutOrder): number {
  return attempt ?? 1;
}

interface PayoutRow extends PreparedPayout {
  attempt: number;
  amountFen: Fen;
}

async function payoutsOf(tx: Queryable, orders: readonly PayoutOrder[]): Promise<PayoutRow[]> {
  return tx.query<PayoutRow>(
    `SELECT p.order_id AS "orderId", p.attempt, p.id AS "payoutId", p.number, p.state, p.amount_fen AS "amountFen"
       FROM unnest($1::int[], $2::int[]) WITH ORDINALITY AS request (order_id, attempt, place)
       JOIN public.payouts p ON p.order_id = request.order_id AND p.attempt = request.attempt ORDER BY place`,
    [plainArray(orders.map(({ orderId }) => orderId)), plainArray(orders.map(attemptOf))],
  );
}

function refuseOtherAmounts(orders: readonly PayoutOrder[], payouts: readonly PayoutRow[]): void {
  for (const [index, { orderId, amountFen }] of orders.entries()) {
    const payout = payouts[index];
    if (payout?.orderId === orderId && payout.amountFen === amountFen) continue;
    throw problem(
      409,
      'payout-differs',
      {
        zh: `订单 ${orderId} 已有金额不同的付款指令`,
        en: `Order ${orderId} has a payout of another amount already`,
      },
      { extra: { orderId } },
    );
  }
}

async function insertPayees(
  tx: Queryable,
  orders: readonly PayoutOrder[],
  payouts: readonly PayoutRow[],
  fresh: ReadonlySet<string>,
): Promise<void> {
  const lines = orders.flatMap((order, index) => {
    const number = payouts[index]?.number;
    return number !== undefined && fresh.has(`${order.orderId}:${attemptOf(order)}`) ? [{ order, number }] : [];
  });
  await tx.query(
    `INSERT INTO channels.payees (payout_number, payer_account, subject, card_sealed, name_sealed, bank_code, remark,
       identity_sealed)
     SELECT number, payer, subject, decode(card, 'base64'), decode(name, 'base64'), bank, remark, decode(identity, 'base64')
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
         AS line (number, payer, subject, card, name, bank, remark, identity)`,
    [
      plainArray(lines.map(({ number }) => number)),
      lines.map(({ order }) => order.payerAccount),
      lines.map(({ order }) => order.payee.subject),
      plainArray(lines.map(({ order }) => order.payee.cardSealed)),
      plainArray(lines.map(({ order }) => order.payee.nameSealed)),
      lines.map(({ order }) => order.payee.bankCode ?? null),
      lines.map(({ order }) => order.remark),
      lines.map(({ order }) => order.payee.identitySealed ?? null),
    ],
  );
}

async function insertFile(
  tx: Queryable,
  command: Command,
  { channel, messageId, wait, routing }: { channel: string; messageId: string } & Leaving,
  orders: readonly PayoutOrder[],
  fresh: ReadonlySet<string>,
): Promise<void> {
  const amounts = orders
    .filter((order) => fresh.has(`${order.orderId}:${attemptOf(order)}`))
    .map(({ amountFen }) => amountFen);
  const totalFen = amounts.reduce((sum, amount) => sum + amount, 0n);
  await tx.query(
    `INSERT INTO channels.files (message_id, channel, lines, total_fen, prepared_at, waits_until, waits_for, routing)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb)`,
    [
      messageId,
      channel,
      amounts.length,
      totalFen,
      command.at,
      wait?.until ?? null,
      wait?.reason ?? null,
      routing && JSON.stringify(routing),
    ],
  );
}

/** How files name a paying account: its latest name and bank. */
async function rememberPayers(tx: Queryable, command: Command, orders: readonly PayoutOrder[]): Promise<void> {
  const payers = new Map(orders.flatMap((order) => (order.payerName ? [[order.payerAccount, order] as const] : [])));
  if (payers.size === 0) return;
  await tx.query(
    `INSERT INTO channels.payers (account, name, bank_code, updated_at)
     SELECT account, name, bank, $4 FROM unnest($1::text[], $2::text[], $3::text[]) AS payer (account, name, bank) ORDER BY account
     ON CONFLICT (account) DO UPDATE SET name = excluded.name, bank_code = excluded.bank_code, updated_at = excluded.updated_at
      WHERE (payers.name, payers.bank_code) IS DISTINCT FROM (excluded.name, excluded.bank_code)`,
    [
      [...payers.keys()],
      [...payers.values()].map(({ payerName }) => payerName ?? ''),
      [...payers.values()].map(({ payerBankCode }) => payerBankCode ?? null),
      command.at,
    ],
  );
}

function tooLarge(lines: number): Error {
  return problem(422, 'payout-file-size', {
    zh: `一个付款文件最多 ${FILE_LINES_MAX} 笔，收到 ${lines} 笔`,
    en: `A file takes at most ${FILE_LINES_MAX} payouts, not ${lines}`,
  });
}
