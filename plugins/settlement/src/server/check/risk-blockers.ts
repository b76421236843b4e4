import type { Database, Tx } from '@linggong/core';
import { monthOf, type Day, type Fen } from '@linggong/core/domain';
import { decideLines, reasonText, type LineDecision, type LineFacts } from '@linggong/risk';
import { inForce } from './current-blockers';
import { holdFence, type CheckRun } from './check-run';

interface CandidateFacts extends LineFacts {
  readonly id: bigint;
  /** Of his month, what lies in this batch. */
  readonly batchFen: Fen;
}

const OF_WORKER = '(sum(c.amount_fen) OVER (PARTITION BY c.worker_id))::bigint';

/** By index `orders_by_worker` and no other: however often this enterprise has paid him, none of its orders is looked at. */
const ORDERS_OF_OTHERS = (side: '<' | '>'): string => `SELECT o.enterprise_id FROM public.orders o
    WHERE o.worker_id = c.worker_id AND (o.worker_id, o.enterprise_id) ${side} (c.worker_id, $2::int)
      AND o.confirmed_at > $3::date - 90 AND o.state IN ('confirmed', 'paying', 'paid')`;

/**
 * What risk is told of payments `candidate` (id, worker_id, amount_fen) to a worker: $1 the batch, $2 the enterprise, $3 the
 * day, $4 its month. Orders of the last 90 days say by how many enterprises he is paid.
 * @param monthFen what he gets in the month with them, over `c` and his month `m`
 */
const factsOf = (candidate: string, monthFen: string): string => `WITH candidate AS (${candidate}), payer AS (
    SELECT c.worker_id, (SELECT count(DISTINCT o.enterprise_id) FROM (${ORDERS_OF_OTHERS('<')} UNION ALL ${ORDERS_OF_OTHERS('>')}) o) AS others
      FROM (SELECT DISTINCT worker_id FROM candidate) c
  )
  SELECT c.id, c.amount_fen AS "amountFen", ${monthFen}::bigint AS "monthFen", ${OF_WORKER} AS "batchFen",
         (count(*) OVER (PARTITION BY c.worker_id))::int AS "batchCount",
         greatest($3::date - w.registered_at::date, 0) AS "registeredDays",
         (coalesce(p.others, 0) + 1)::int AS "enterpriseCount"
    FROM candidate c JOIN parties.published_worker_facts w ON w.worker_id = c.worker_id
    LEFT JOIN settlement.worker_months m ON m.worker_id = c.worker_id AND m.month = $4
    LEFT JOIN payer p ON p.worker_id = c.worker_id
   ORDER BY c.id`;

const LINE_FACTS = factsOf(
  `SELECT l.id, l.worker_id, l.amount_fen FROM settlement.lines l
    WHERE l.batch_id = $1 AND l.state <> 'excluded' AND l.faults IS NULL AND l.amount_fen IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM settlement.blockers b WHERE ${inForce('$5')})`,
  `(coalesce(m.gross_fen, 0) + ${OF_WORKER})`,
);

/** The orders of a batch, whose months are reserved already. */
const ORDER_FACTS = factsOf(
  `SELECT o.id::bigint, o.worker_id, o.amount_fen FROM public.orders o
    WHERE o.batch_id = $1 AND o.state = 'confirmed'`,
  'coalesce(m.gross_fen, 0)',
);

/** Asks risk about every line that is payable so far; what it does not approve is held, or refused. */
export async function storeRiskBlockers(database: Database, run: CheckRun): Promise<void> {
  const facts = await database.query<CandidateFacts>(LINE_FACTS, [
    run.batchId,
    run.enterpriseId,
    run.day,
    monthOf(run.day),
    run.checkNo,
  ]);
  const stopped = await notApproved(facts);
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
  const facts = await tx.query<CandidateFacts>(ORDER_FACTS, [batch.id, batch.enterpriseId, day, monthOf(day)]);
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
