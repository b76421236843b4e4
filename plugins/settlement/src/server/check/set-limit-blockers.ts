import type { Queryable, Tx } from '@linggong/core';
import { monthOf } from '@linggong/core/domain';
import { limitColumns, limitsFor, ratingOf, type ApplyingLimit } from '@linggong/risk';
import type { CheckRun } from './check-run';
import { inForce } from './current-blockers';

/** What of a window is used up; nothing where the row is of an earlier month or day. */
const used = (measure: 'fen' | 'count'): string => `coalesce(CASE a.win WHEN 'year' THEN u.year_${measure}
    WHEN 'month' THEN CASE WHEN u.month = $6 THEN u.month_${measure} END
    WHEN 'day' THEN CASE WHEN u.day = $4::date THEN u.day_${measure} END END, 0)`;

const since = `CASE a.win WHEN 'day' THEN $4::date ELSE date_trunc(a.win, $4::date::timestamp) END - interval '8 hours'`;

/** What this enterprise itself pays worker `a` in the window, confirmed and not undone. */
const OWN = `(SELECT coalesce(sum(o.amount_fen), 0)::bigint FROM public.orders o WHERE o.worker_id = a.worker_id
    AND o.enterprise_id = $3::int AND o.state IN ('confirmed', 'paying', 'paid') AND o.confirmed_at >= ${since})`;

/** In bands of three eighths, as the month of a worker is counted (`month-bands.ts`): no fen tells what others paid him. */
const BANDED = `CASE WHEN a.used_fen + a.batch_fen <= a.max_fen * 3 / 8 THEN a.used_fen + a.batch_fen
    ELSE greatest(a.used_fen - ${OWN}, 0)
      + (${OWN} + a.batch_fen + a.max_fen * 3 / 8 - 1) / (a.max_fen * 3 / 8) * (a.max_fen * 3 / 8) END`;

const yuan = (fen: string): string => `to_char(${fen} / 100.0, 'FM999,999,999,999,990.00')`;

/**
 * Limits of Studio (限额) that the lines of batch $1 would pass: by one payment, or together with what is used of a day, month or year. The
 * whole of a worker's lines waits; of an enterprise and its kinds of work the earlier rows go first. $2 check, $3 enterprise, $4 day,
 * $5 limit of one payment that is told by itself, $6 month, $7 to $13 limits.
 */
const BEYOND = `WITH limits AS (
    SELECT * FROM unnest($7::text[], $8::text[], $9::text[], $10::bigint[], $11::int[], $12::text[], $13::text[])
      AS m (kind, subject, win, max_fen, max_count, zh, en)
  ), line AS MATERIALIZED (
    SELECT l.id, l.row_no, l.worker_id, l.amount_fen, t.scenario AS kind
      FROM settlement.lines l JOIN tasks.published_task_facts t ON t.task_id = l.task_id
     WHERE l.batch_id = $1 AND l.state <> 'excluded' AND l.faults IS NULL AND l.amount_fen IS NOT NULL AND l.worker_id IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM settlement.blockers b WHERE ${inForce('$2')})
  ), asked AS (
    SELECT l.*, m.subject, m.win, m.max_fen, m.max_count, m.zh, m.en,
           CASE m.subject WHEN 'worker' THEN l.worker_id::text WHEN 'enterprise' THEN $3::int::text ELSE $3::int || ':' || l.kind END AS key
      FROM line l JOIN limits m ON m.kind = l.kind
  ), counted AS (
    SELECT a.*, ${used('fen')} AS used_fen, ${used('count')} AS used_count,
           (sum(a.amount_fen) OVER w)::bigint AS batch_fen, (count(*) OVER w)::int AS batch_count
      FROM asked a LEFT JOIN risk.published_limit_uses u
        ON a.win <> 'line' AND u.subject = a.subject AND u.key = a.key AND u.year = extract(year FROM $4::date)::int
    WINDOW w AS (PARTITION BY a.subject, a.win, a.key, a.zh, a.max_fen, a.max_count
      ORDER BY CASE WHEN a.subject = 'worker' THEN 0 ELSE a.row_no END)
  ), found AS (
    SELECT a.*, CASE
        WHEN a.win = 'line' THEN a.amount_fen > a.max_fen AND a.max_fen < $5::bigint
        WHEN a.subject = 'worker' THEN ${BANDED} > a.max_fen
        ELSE a.used_fen + a.batch_fen > a.max_fen END AS by_fen,
      a.win <> 'line' AND a.used_count + a.batch_count > a.max_count AS by_count
      FROM counted a
  )
  SELECT DISTINCT ON (id, code) id, code, params FROM (
    SELECT f.id, f.max_fen,
           CASE WHEN f.win = 'line' THEN 'limit-payment' WHEN f.subject = 'worker' THEN 'limit-worker' ELSE 'limit-enterprise' END AS code,
           CASE WHEN f.by_fen THEN jsonb_build_object('limit', f.zh, 'limitEn', f.en,
                  'bound', ${yuan('f.max_fen')} || ' 元', 'boundEn', ${yuan('f.max_fen')} || ' yuan',
                  'rest', ${yuan('greatest(f.max_fen - f.used_fen, 0)')} || ' 元',
                  'restEn', ${yuan('greatest(f.max_fen - f.used_fen, 0)')} || ' yuan')
                ELSE jsonb_build_object('limit', f.zh, 'limitEn', f.en,
                  'bound', f.max_count || ' 笔', 'boundEn', f.max_count || ' payments',
                  'rest', greatest(f.max_count - f.used_count, 0) || ' 笔',
                  'restEn', greatest(f.max_count - f.used_count, 0) || ' payments') END AS params
      FROM found f WHERE f.by_fen OR f.by_count
  ) told ORDER BY id, code, max_fen`;

/** Stores which lines would pass a limit that is in force. Costs one look where no limit set is. */
export async function storeSetLimits(tx: Tx, run: CheckRun, lineLimitFen: bigint): Promise<void> {
  const { batchId, checkNo, enterpriseId, day } = run;
  const limits = await limitsFor(tx, await kindsOfBatch(tx, batchId), await ratingOf(tx, enterpriseId));
  if (limits.length === 0) return;
  await tx.query(
    `INSERT INTO settlement.blockers (line_id, batch_id, check_no, lasting, code, params)
     SELECT id, $1, $2, false, code, params FROM (${BEYOND}) beyond`,
    [batchId, checkNo, enterpriseId, day, lineLimitFen, monthOf(day), ...limitColumns(limits), ...namesOf(limits)],
  );
}

/** Kinds of work (scenarios) that the lines of a batch are for. */
async function kindsOfBatch(db: Queryable, batchId: number): Promise<string[]> {
  const rows = await db.query<{ kind: string }>(
    `SELECT DISTINCT t.scenario AS kind FROM settlement.lines l JOIN tasks.published_task_facts t ON t.task_id = l.task_id
      WHERE l.batch_id = $1 ORDER BY 1`,
    [batchId],
  );
  return rows.map(({ kind }) => kind);
}

const namesOf = (limits: readonly ApplyingLimit[]): string[][] => [
  limits.map(({ name }) => name.zh),
  limits.map(({ name }) => name.en),
];
