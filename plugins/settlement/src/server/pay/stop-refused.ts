import { refusals, type RefusalCode } from '@linggong/channels';
import type { Command, Tx } from '@linggong/core';
import type { BatchRow } from '../batch-rows';
import { stopOrders } from '../confirm/stop-unfit-orders';
import type { SettlementTools } from '../tools';
import type { DueOrder } from './due-orders';

/** An order that its channel would not take as it is. */
export type RefusedOrder = DueOrder & { readonly code: RefusalCode };

/**
 * Ends orders that the channel refuses before anything is sent – a name, card or bank number that the bank would send back, an
 * amount above its limits –, each with its reason; their money is free again, and the others go. The batch is locked.
 */
export async function stopRefused(
  tools: SettlementTools,
  tx: Tx,
  command: Command,
  batch: BatchRow,
  refused: readonly RefusedOrder[],
): Promise<void> {
  await stopOrders(
    tools,
    tx,
    command,
    batch,
    refused.map((order) => ({ ...order, text: refusals[order.code].text.zh })),
    'refused',
  );
}
