import type { Command, Database, Tx } from '@linggong/core';
import { lockBatch, nextState, readBatch } from '../batch-rows';
import { runCheck } from '../check/run-check';
import { quoteStale } from '../problems';
import { addStep } from '../steps';
import type { SettlementTools } from '../tools';
import { confirmInTransaction, type Confirmed } from './confirm-batch';
import { StaleQuote } from './stale-quote';

/**
 * Confirms a quote by its version. Where something it stands on has changed, the batch is examined and quoted again, and
 * the answer is a 409 that carries the new quote – never a silent recomputation.
 * @param remember runs in the transaction of a success, to store the answer with the effect
 */
export async function confirmOrRequote(
  tools: SettlementTools,
  command: Command,
  batchId: number,
  quoteVersion: number,
  remember: (tx: Tx) => Promise<void>,
): Promise<Confirmed> {
  try {
    return await tools.database.transaction(async (tx) => {
      const confirmed = await confirmInTransaction(tools, tx, command, batchId, quoteVersion);
      await remember(tx);
      return confirmed;
    });
  } catch (error) {
    if (error instanceof StaleQuote) return await requote(tools, command, batchId, error);
    throw error;
  }
}

async function requote(tools: SettlementTools, command: Command, batchId: number, stale: StaleQuote): Promise<never> {
  await tools.database.transaction(async (tx) => {
    nextState(await lockBatch(tx, batchId), 'check');
    await tx.query(`UPDATE settlement.lines SET state = 'read' WHERE id = ANY ($1::bigint[]) AND state = 'ready'`, [
      stale.lineIds,
    ]);
    await addStep(tx, command, batchId, 'stale', { cause: stale.reason, lines: stale.lineIds.length });
  });
  await runCheck(tools, command, batchId);
  throw quoteStale((await readBatch(tools.database, batchId)).quoteVersion, {
    cause: stale.reason,
    quote: await quoteFigures(tools.database, batchId),
  });
}

/** The figures of the quote in force, as the 409 carries them. */
async function quoteFigures(db: Database, batchId: number): Promise<Record<string, number>> {
  const row = await db.one<Record<string, bigint | number | null>>(
    `SELECT quote_version AS version, ready_count AS ready, blocked_count AS blocked, held_count AS held,
            gross_fen AS "grossFen", fee_fen AS "feeFen", vat_fen AS "vatFen", surcharge_fen AS "surchargeFen",
            income_tax_fen AS "incomeTaxFen", net_fen AS "netFen"
       FROM public.settlement_batches WHERE id = $1`,
    [batchId],
  );
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value ?? 0)]));
}

/** Ends quotes that are too old (报价失效); what the schedule does. Gives how many. */
export async function expireQuotes({ database }: SettlementTools, command: Command): Promise<number> {
  return database.transaction(async (tx) => {
    const expired = await tx.query<{ id: number }>(
      `UPDATE public.settlement_batches SET state = 'expired', updated_at = $1::timestamptz
        WHERE id IN (SELECT id FROM public.settlement_batches
                      WHERE state = 'quoted' AND quote_expires_at <= $1::timestamptz ORDER BY id FOR UPDATE SKIP LOCKED)
        RETURNING id`,
      [command.at],
    );
    for (const { id } of expired) await addStep(tx, command, id, 'expired');
    return expired.length;
  });
}
