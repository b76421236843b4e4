import { record } from '@linggong/audit';
import type { Command, Database, Tx } from '@linggong/core';
import { lockBatch, nextState } from '../batch-rows';
import { demandIdle, startCheck } from '../change/recheck-lines';
import { runCheck } from '../check/run-check';
import { quoteRenewing, quoteStale } from '../problems';
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

/**
 * Quotes anew while the caller waits. The same transaction that takes the batch puts the check on the queue, for later: where
 * this process dies, fails, or needs longer than that, the job ends the check, and the batch never stays half checked.
 */
async function requote(tools: SettlementTools, command: Command, batchId: number, stale: StaleQuote): Promise<never> {
  const { after, runId } = await tools.database.transaction(async (tx) => {
    const batch = await lockBatch(tx, batchId);
    const state = nextState(batch, 'check');
    await demandIdle(tools.jobs, batch);
    await tx.query(`UPDATE settlement.lines SET state = 'read' WHERE id = ANY ($1::bigint[]) AND state = 'ready'`, [
      stale.lineIds,
    ]);
    await addStep(tx, command, batchId, 'stale', { cause: stale.reason, lines: stale.lineIds.length });
    const runAt = new Date(command.at.getTime() + INLINE_MS);
    return {
      after: batch.quoteVersion,
      runId: await startCheck(tools.jobs, tx, command, batch, state, runAt),
    };
  });
  const version = await runCheck(tools, command, batchId, after);
  if (version === undefined) throw quoteRenewing(stale.reason, runId);
  throw quoteStale(version, { cause: stale.reason, quote: await quoteFigures(tools.database, batchId) });
}

/** A check that takes longer than this is ended by its job; so is one whose process died. */
const INLINE_MS = 30_000;

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
    const entries = expired.map(({ id }) => ({
      action: 'settlement-batch.expire',
      subject: { kind: 'settlement-batch', id },
      before: { state: 'quoted' },
      after: { state: 'expired' },
    }));
    await record(tx, command, entries);
    return expired.length;
  });
}
