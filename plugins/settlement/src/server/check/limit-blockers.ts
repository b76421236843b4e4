import type { Tx } from '@linggong/core';
import { monthOf } from '@linggong/core/domain';
import type { SettlementPolicy } from '../../domain';
import { bandedMonth, limitBandFen } from './month-bands';
import { inForce } from './current-blockers';
import type { CheckRun } from './check-run';
import { storeSetLimits } from './set-limit-blockers';

/** Lines that nothing is wrong with so far: only they use up what limits and acceptances leave. */
const candidates = `SELECT l.id, l.row_no, l.worker_id, l.engagement_id, l.amount_fen
    FROM settlement.lines l
   WHERE l.batch_id = $1 AND l.state <> 'excluded' AND l.faults IS NULL AND l.amount_fen IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM settlement.blockers b WHERE ${inForce('$2')})`;

/**
 * Reasons that depend on the whole batch, found anew by every check: the same payment twice, more than was accepted,
 * more than one payment or one month may bear. Within the batch the earlier row goes first. The month counts every payer of
 * the worker: it is counted in bands (`month-bands.ts`), and where it is too much every line of his waits, not the last alone:
 * which of them came through would tell an enterprise what others paid him.
 */
export async function storeLimitBlockers(tx: Tx, run: CheckRun, policy: SettlementPolicy): Promise<void> {
  await storeDuplicates(tx, run);
  await storeOverAccepted(tx, run);
  await storeAboveLimits(tx, run, policy);
  await storeSetLimits(tx, run, policy.lineLimitFen);
}

async function storeDuplicates(tx: Tx, { batchId, checkNo }: CheckRun): Promise<void> {
  await tx.query(
    `INSERT INTO settlement.blockers (line_id, batch_id, check_no, lasting, code, params)
     SELECT id, $1, $2, false, 'duplicate-in-batch', jsonb_build_object('firstRow', first_row)
       FROM (SELECT c.id, c.row_no, min(c.row_no) OVER (PARTITION BY c.engagement_id, c.amount_fen) AS first_row
               FROM (${candidates}) c) twin
      WHERE row_no <> first_row`,
    [batchId, checkNo],
  );
}

/** A line that finds nothing left because an order of the same amount took it is told so by that order's batch. */
async function storeOverAccepted(tx: Tx, { batchId, checkNo }: CheckRun): Promise<void> {
  await tx.query(
    `INSERT INTO settlement.blockers (line_id, batch_id, check_no, lasting, code, params)
     SELECT s.id, $1, $2, false,
            CASE WHEN other.number IS NULL THEN 'amount-over-accepted' ELSE 'paid-in-other-batch' END,
            CASE WHEN other.number IS NULL
                 THEN jsonb_build_object('amountFen', s.amount_fen, 'remainingFen', e.payable_fen)
                 ELSE jsonb_build_object('batchNumber', other.number, 'batchId', other.id, 'orderState', other.state) END
       FROM (SELECT c.*, sum(c.amount_fen) OVER (PARTITION BY c.engagement_id ORDER BY c.row_no) AS running_fen
               FROM (${candidates}) c) s
       JOIN tasks.published_engagement_facts e ON e.engagement_id = s.engagement_id
       LEFT JOIN LATERAL (
         SELECT b.number, b.id, o.state FROM public.orders o JOIN public.settlement_batches b ON b.id = o.batch_id
          WHERE o.engagement_id = s.engagement_id AND o.amount_fen = s.amount_fen AND o.batch_id <> $1
            AND o.state IN ('confirmed', 'paying', 'paid') ORDER BY o.id DESC LIMIT 1
       ) other ON s.running_fen > e.payable_fen
      WHERE s.running_fen > e.payable_fen`,
    [batchId, checkNo],
  );
}

const OF_WORKER = '(sum(c.amount_fen) OVER (PARTITION BY c.worker_id))::bigint';
const MONTH = bandedMonth({ enterprise: '$6::int', month: '$3', band: '$7::bigint' }, 'c.batch_fen');

async function storeAboveLimits(tx: Tx, run: CheckRun, policy: SettlementPolicy): Promise<void> {
  const { batchId, enterpriseId, checkNo, day } = run;
  const { lineLimitFen, workerMonthLimitFen } = policy;
  await tx.query(
    `INSERT INTO settlement.blockers (line_id, batch_id, check_no, lasting, code, params)
     SELECT s.id, $1, $2, false, rule.code, rule.params
       FROM (SELECT c.*, ${MONTH} AS month_fen
               FROM (SELECT c.*, ${OF_WORKER} AS batch_fen FROM (${candidates}) c) c
               LEFT JOIN settlement.worker_months m ON m.worker_id = c.worker_id AND m.month = $3) s
      CROSS JOIN LATERAL (VALUES
        ('limit-line', CASE WHEN s.amount_fen > $4::bigint THEN jsonb_build_object('limitFen', $4::bigint) END),
        ('limit-worker-month', CASE WHEN s.month_fen > $5::bigint
           THEN jsonb_build_object('limitFen', $5::bigint) END)
      ) AS rule (code, params)
      WHERE rule.params IS NOT NULL`,
    [
      batchId,
      checkNo,
      monthOf(day),
      lineLimitFen,
      workerMonthLimitFen,
      enterpriseId,
      limitBandFen(workerMonthLimitFen),
    ],
  );
}
