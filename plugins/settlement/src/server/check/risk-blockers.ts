import type { Database, Tx } from '@linggong/core';
import type { Day } from '@linggong/core/domain';
import { decideLines, reasonText, type LineDecision } from '@linggong/risk';
import { holdFence, type CheckRun } from './check-run';
import { lineFacts, orderFacts, type CandidateFacts } from './risk-facts';

/** Asks risk about every line that is payable so far; what it does not approve is held, or refused. */
export async function storeRiskBlockers(database: Database, run: CheckRun): Promise<void> {
  const stopped = await notApproved(await lineFacts(database, run));
  await database.transaction(async (tx) => {
    await holdFence(tx, run);
    await insertDecisions(tx, run, stopped);
  });
}

/**
 * How many of the fresh orders of a batch risk does not approve, after their months were reserved: what another batch, or
 * another enterprise, paid since the check counts. Only workers with something outside of this batch are asked about: the
 * others stand as they were examined, and asking about a hundred thousand takes five seconds under locks.
 */
export async function riskyOrders(
  tx: Tx,
  batch: { readonly id: number; readonly enterpriseId: number },
  day: Day,
): Promise<number> {
  const facts = await orderFacts(tx, batch, day);
  const moved = facts.filter(({ monthFen, batchFen, enterpriseCount }) => monthFen !== batchFen || enterpriseCount > 1);
  return (await notApproved(moved)).length;
}

async function notApproved(facts: readonly CandidateFacts[]): Promise<{ id: bigint; decision: LineDecision }[]> {
  const decided = await decideLines(facts.map(({ id: _id, batchFen: _batchFen, ...line }) => line));
  return facts.flatMap(({ id }, index) => {
    const decision = decided[index];
    return decision && decision.decision !== 'approve' ? [{ id, decision }] : [];
  });
}

async function insertDecisions(
  tx: Tx,
  { batchId, checkNo }: CheckRun,
  stopped: readonly { id: bigint; decision: LineDecision }[],
): Promise<void> {
  if (stopped.length === 0) return;
  await tx.query(
    `INSERT INTO settlement.blockers (line_id, batch_id, check_no, lasting, code, params)
     SELECT id, $1, $2, false, code, params::jsonb FROM unnest($3::bigint[], $4::text[], $5::text[]) AS d (id, code, params)`,
    [
      batchId,
      checkNo,
      stopped.map(({ id }) => id),
      stopped.map(({ decision }) => (decision.decision === 'decline' ? 'risk-refused' : 'risk-hold')),
      stopped.map(({ decision }) => JSON.stringify(paramsOf(decision))),
    ],
  );
}

function paramsOf({ ruleId, reason }: LineDecision): Record<string, string> {
  const text = reasonText(reason);
  return { rule: ruleId, reasons: text?.zh ?? reason, reasonsEn: text?.en ?? reason };
}
