import type { Queryable, Tx } from '@linggong/core';
import { monthOf } from '@linggong/core/domain';
import type { CheckRun } from './check-run';
import { inForce } from './current-blockers';
import { bandedMonth, RISK_BAND_FEN } from './month-bands';

/** SQL: measures of risk in force (风险措施) for who is paid by `payee` or pays by `payer`: nothing leaves while they hold. */
const measuresFor = (payee: string, payer: string): string => `(
    SELECT m.* FROM risk.published_measures m WHERE m.subject_kind = 'worker' AND m.subject_id = ${payee}
    UNION ALL
    SELECT m.* FROM risk.published_measures m WHERE m.subject_kind = 'enterprise' AND m.subject_id = ${payer})`;

const heldSubjects = (kind: 'worker' | 'enterprise'): string =>
  `(SELECT m.subject_id FROM risk.published_measures m WHERE m.subject_kind = '${kind}' AND m.kind <> 'lower-limit')`;

/**
 * SQL: a measure of risk keeps this payment from leaving, whatever its amount. Who is under one is read once a statement, whatever the
 * number of payments.
 */
export const isHeldByMeasure = (payee: string, payer: string): string =>
  `(${payee} IN ${heldSubjects('worker')} OR ${payer} IN ${heldSubjects('enterprise')})`;

const OF_WORKER = '(sum(c.amount_fen) OVER (PARTITION BY c.worker_id))::bigint';
const MONTH = bandedMonth({ enterprise: '$3::int', month: '$4', band: `${RISK_BAND_FEN}::bigint` }, 'c.batch_fen');

/**
 * Holds the lines that a measure of risk stops: of a payee or payer who is frozen or whose payments are held, and above a limit that was lowered
 * for him. The month counts every payer, in bands, as everywhere.
 */
export async function storeMeasureBlockers(tx: Tx, { batchId, enterpriseId, checkNo, day }: CheckRun): Promise<void> {
  const { any } = await tx.one<{ any: boolean }>('SELECT EXISTS (SELECT FROM risk.published_measures) AS any');
  // Most days nobody is under a measure, and a hundred thousand lines are not looked at for it.
  if (!any) return;
  await tx.query(
    `INSERT INTO settlement.blockers (line_id, batch_id, check_no, lasting, code, params)
     SELECT s.id, $1, $2, false, 'risk-hold', jsonb_build_object('rule', m.number,
              'reasons', '风险措施 ' || m.number, 'reasonsEn', 'Risk measure ' || m.number)
       FROM (SELECT c.id, c.worker_id, c.amount_fen, ${MONTH} AS month_fen
               FROM (SELECT c.*, ${OF_WORKER} AS batch_fen
                       FROM (SELECT l.id, l.worker_id, l.amount_fen FROM settlement.lines l
                              WHERE l.batch_id = $1 AND l.state <> 'excluded' AND l.faults IS NULL AND l.amount_fen IS NOT NULL
                                AND NOT EXISTS (SELECT 1 FROM settlement.blockers b WHERE ${inForce('$2')})) c) c
               LEFT JOIN settlement.worker_months m ON m.worker_id = c.worker_id AND m.month = $4) s
      CROSS JOIN LATERAL (SELECT m.number FROM ${measuresFor('s.worker_id', '$3::int')} m
                           WHERE m.kind <> 'lower-limit' OR s.amount_fen > m.line_limit_fen OR s.month_fen > m.month_limit_fen
                           ORDER BY m.number LIMIT 1) m`,
    [batchId, checkNo, enterpriseId, monthOf(day)],
  );
}

const lowered = `SELECT m.subject_kind, m.subject_id, m.line_limit_fen FROM risk.published_measures m WHERE m.kind = 'lower-limit'`;

/** Payments `o` are looked up from the limits that were lowered, which are few. */
const isAboveMeasure = `o.id IN (
    SELECT p.id FROM (${lowered}) m JOIN public.orders p ON p.batch_id = $1 AND p.amount_fen > m.line_limit_fen
     WHERE m.subject_id = CASE m.subject_kind WHEN 'worker' THEN p.worker_id ELSE p.enterprise_id END)`;

/** How many of the fresh orders of a batch a measure stops that was taken since the check. */
export async function ordersHeldByMeasures(db: Queryable, batchId: number): Promise<number> {
  const { held } = await db.one<{ held: number }>(
    `SELECT count(*)::int AS held FROM public.orders o WHERE o.batch_id = $1 AND o.state = 'confirmed'
        AND (${isHeldByMeasure('o.worker_id', 'o.enterprise_id')} OR ${isAboveMeasure})`,
    [batchId],
  );
  return held;
}
