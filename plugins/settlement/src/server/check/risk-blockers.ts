import type { Database, Tx } from '@linggong/core';
import { monthOf } from '@linggong/core/domain';
import { decideLines, reasonText, type LineDecision, type LineFacts } from '@linggong/risk';
import { inForce } from './current-blockers';
import { holdFence, type CheckRun } from './check-run';

interface CandidateFacts extends LineFacts {
  readonly id: bigint;
}

/** Orders of the last 90 days say by how many enterprises a worker is paid. */
const FACTS = `WITH candidate AS (
    SELECT l.id, l.row_no, l.worker_id, l.amount_fen FROM settlement.lines l
     WHERE l.batch_id = $1 AND l.state <> 'excluded' AND l.faults IS NULL AND l.amount_fen IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM settlement.blockers b WHERE ${inForce('$2')})
  ), payer AS (
    SELECT o.worker_id, count(DISTINCT o.enterprise_id) FILTER (WHERE o.enterprise_id <> $3) AS others
      FROM public.orders o JOIN (SELECT DISTINCT worker_id FROM candidate) c USING (worker_id)
     WHERE o.confirmed_at > $4::date - 90 AND o.state IN ('confirmed', 'paying', 'paid') GROUP BY o.worker_id
  )
  SELECT c.id, c.amount_fen AS "amountFen",
         (coalesce(m.gross_fen, 0) + sum(c.amount_fen) OVER (PARTITION BY c.worker_id))::bigint AS "monthFen",
         (count(*) OVER (PARTITION BY c.worker_id))::int AS "batchCount",
         greatest($4::date - w.registered_at::date, 0) AS "registeredDays",
         (coalesce(p.others, 0) + 1)::int AS "enterpriseCount"
    FROM candidate c JOIN parties.published_worker_facts w ON w.worker_id = c.worker_id
    LEFT JOIN settlement.worker_months m ON m.worker_id = c.worker_id AND m.month = $5
    LEFT JOIN payer p ON p.worker_id = c.worker_id
   ORDER BY c.id`;

/** Asks risk about every line that is payable so far; what it does not approve is held, or refused. */
export async function storeRiskBlockers(database: Database, run: CheckRun): Promise<void> {
  const facts = await database.query<CandidateFacts>(FACTS, [
    run.batchId,
    run.checkNo,
    run.enterpriseId,
    run.day,
    monthOf(run.day),
  ]);
  const decided = await decideLines(facts.map(({ id: _id, ...line }) => line));
  const stopped = facts.flatMap(({ id }, index) => {
    const decision = decided[index];
    return decision && decision.decision !== 'approve' ? [{ id, decision }] : [];
  });
  await database.transaction(async (tx) => {
    await holdFence(tx, run);
    await insertDecisions(tx, run, stopped);
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
