import type { PayoutOrder, PayoutPlan, Routing } from '@linggong/channels';
import type { Command, Tx } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import type { BatchRow } from '../batch-rows';
import { enterpriseFacts, type EnterpriseFacts } from '../ports/enterprises';
import type { SettlementTools } from '../tools';
import type { DueOrder } from './due-orders';
import type { RefusedOrder } from './stop-refused';

/** A chunk as its channel takes it. */
export interface PlannedOrders {
  readonly channel: string;
  /** By what it was chosen. */
  readonly routing: Routing;
  readonly files: PayoutPlan['files'];
  readonly refused: readonly RefusedOrder[];
  /** Orders of the files, and those that need no bank. */
  readonly going: readonly DueOrder[];
  /** What the worker gets nothing of (all of it went to taxes) needs no bank: it is paid as it is. */
  readonly needless: readonly number[];
}

/**
 * Chooses the channel of the batch by the routing table – its bank, amount, size and day –, and asks it what of the chunk may leave. The
 * batch keeps the version that its first chunk went by. Money of an enterprise leaves its own sub-account only, so one chunk has one channel.
 */
export async function planOrders(
  { channels }: SettlementTools,
  tx: Tx,
  command: Command,
  batch: BatchRow,
  orders: readonly DueOrder[],
): Promise<PlannedOrders> {
  const enterprise = await enterpriseFacts(tx, batch.enterpriseId);
  const group = {
    bankCode: enterprise?.subAccountBankCode ?? null,
    batchFen: batch.amountFen ?? 0n,
    payments: batch.readyCount,
    day: shanghaiDay(command.at),
  };
  const { channel, routing } = await channels.route(tx, command, group, { kind: 'settlement-batch', id: batch.id });
  const payable = orders.filter(({ netFen }) => netFen > 0n);
  const needless = orders.filter(({ netFen }) => netFen === 0n);
  const attempts = await attemptsOf(channels, tx, payable);
  const asksIdentity = channels.channel(channel).asksIdentity;
  const { files, refused } = await channels.plan(
    tx,
    command,
    channel,
    payable.map((order) => payoutOrder(enterprise, batch, order, (attempts.get(order.orderId) ?? 0) + 1, asksIdentity)),
  );
  const codes = new Map(refused.map(({ orderId, code }) => [orderId, code]));
  return {
    channel,
    routing,
    files,
    refused: payable.flatMap((order) => {
      const code = codes.get(order.orderId);
      return code === undefined ? [] : [{ ...order, code }];
    }),
    going: orders.filter(({ orderId }) => !codes.has(orderId)),
    needless: needless.map(({ orderId }) => orderId),
  };
}

async function attemptsOf(
  channels: SettlementTools['channels'],
  tx: Tx,
  orders: readonly DueOrder[],
): Promise<Map<number, number>> {
  const before = await channels.payoutsOf(
    tx,
    orders.map(({ orderId }) => orderId),
  );
  return new Map(before.map(({ orderId, attempt }) => [orderId, attempt]));
}

function payoutOrder(
  enterprise: EnterpriseFacts | undefined,
  batch: BatchRow,
  { orderId, number, netFen, subject, cardSealed, nameSealed, identitySealed, bankCode }: DueOrder,
  attempt: number,
  asksIdentity: boolean,
): PayoutOrder {
  const account = enterprise?.subAccountNumber;
  if (!account) throw new Error(`enterprise ${batch.enterpriseId} has no open sub-account to pay from`);
  return {
    orderId,
    attempt,
    payerAccount: account,
    payerName: enterprise.name,
    payerBankCode: enterprise.subAccountBankCode,
    amountFen: netFen,
    remark: number,
    payee: { subject, cardSealed, nameSealed, bankCode, identitySealed: asksIdentity ? identitySealed : null },
  };
}
