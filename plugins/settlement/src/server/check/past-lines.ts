import type { Queryable } from '@linggong/core';
import type { LineFacts } from '@linggong/risk';
import type { ReplayItem, ReplaySource } from '@linggong/studio';
import { batchIdOf, rowNoOf } from '../line-id';
import { inForce } from './current-blockers';
import { bandedMonth, RISK_BAND_FEN } from './month-bands';
import { factColumns, type FactPlaces } from './risk-facts';

/** What the table itself found. Measures of cases (`RM-…`) bear the same codes; their lines are not asked about. */
const OF_TABLE = `(b.code IN ('risk-hold', 'risk-refused') AND b.params ->> 'rule' NOT LIKE 'RM-%')`;

/** Lines of batches `b` whose check is over that risk was asked about. */
const ASKED = `l.state <> 'excluded' AND l.faults IS NULL AND l.amount_fen IS NOT NULL AND l.worker_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM settlement.blockers b WHERE ${inForce('d.check_no')} AND NOT ${OF_TABLE})`;

const BATCHES = `SELECT b.id, b.number, b.enterprise_id, b.quote_day, b.quoted_at FROM public.settlement_batches b
    WHERE b.quote_day BETWEEN $1::date AND $2::date AND b.state NOT IN ('uploaded', 'checking')`;

/** An order counted at the check where it had been confirmed, by another batch, and had not failed or come back by then. */
const STOOD = `o.batch_id <> c.batch_id AND o.confirmed_at <= c.quoted_at
  AND (o.state IN ('confirmed', 'paying', 'paid') OR coalesce(o.returned_at, o.failed_at) > c.quoted_at)`;

const THEN: FactPlaces = { enterprise: 'c.enterprise_id', day: 'c.quote_day', counted: STOOD };

/** The month of worker `c` as it stood at the check: his row of `settlement.worker_months` knows the one of now alone. */
const MONTH = `SELECT coalesce(sum(o.amount_fen), 0)::bigint AS gross_fen
    FROM public.orders o JOIN public.settlement_batches ob ON ob.id = o.batch_id
   WHERE o.worker_id = c.worker_id AND ${STOOD} AND to_char(coalesce(o.tax_day, ob.quote_day), 'YYYY-MM') = c.month`;

/**
 * A page of the lines of a period in the order of their ids: $1 and $2 the days, $3 and $4 batch and row after which it begins, $5 how many.
 * Each batch gives as many as a page at most, by index `lines_by_batch`; what its workers get in it is summed once a page.
 */
const PAGE = `WITH batch AS (${BATCHES} AND b.id >= $3 ORDER BY b.id LIMIT $5 + 1),
  page AS (
    SELECT l.*, b.number, b.enterprise_id, b.quote_day, b.quoted_at, to_char(b.quote_day, 'YYYY-MM') AS month, d.check_no AS batch_check
      FROM batch b JOIN settlement.batch_details d ON d.batch_id = b.id
     CROSS JOIN LATERAL (
       SELECT l.id, l.batch_id, l.row_no, l.worker_id, l.amount_fen, l.check_no FROM settlement.lines l
        WHERE l.batch_id = b.id AND l.row_no > CASE WHEN b.id = $3 THEN $4 ELSE 0 END AND ${ASKED}
        ORDER BY l.row_no LIMIT $5) l
     ORDER BY b.id, l.row_no LIMIT $5),
  own AS (
    SELECT l.batch_id, l.worker_id, sum(l.amount_fen)::bigint AS fen, count(*)::int AS count
      FROM settlement.lines l JOIN settlement.batch_details d ON d.batch_id = l.batch_id
     WHERE l.batch_id IN (SELECT batch_id FROM page) AND ${ASKED} GROUP BY 1, 2)
  SELECT c.id, c.number, ${factColumns(
    THEN,
    bandedMonth(
      { enterprise: 'c.enterprise_id', month: 'c.month', band: `${RISK_BAND_FEN}::bigint`, counted: STOOD },
      'c.batch_fen',
    ),
  )},
         found.code, found.rule
    FROM (SELECT p.*, own.fen AS batch_fen, own.count AS batch_count FROM page p JOIN own USING (batch_id, worker_id)) c
    JOIN parties.published_worker_facts w ON w.worker_id = c.worker_id
   CROSS JOIN LATERAL (${MONTH}) m
    LEFT JOIN LATERAL (
      SELECT b.code, b.params ->> 'rule' AS rule FROM settlement.blockers b
       WHERE b.line_id = c.id AND b.check_no = c.batch_check AND ${OF_TABLE} LIMIT 1) found ON true
   ORDER BY c.id`;

/** How many lines the pages of a period come to: those that risk was asked about, not all that were uploaded. */
const COUNT = `WITH batch AS (${BATCHES})
  SELECT count(*)::int AS total FROM batch b JOIN settlement.batch_details d ON d.batch_id = b.id
    JOIN settlement.lines l ON l.batch_id = b.id JOIN parties.published_worker_facts w ON w.worker_id = l.worker_id
   WHERE ${ASKED}`;

/** A line of the past with what risk was told of it, and what it found. */
export interface PastLine extends LineFacts {
  readonly id: bigint;
  /** Number of the batch. */
  readonly number: string;
  readonly code: 'risk-hold' | 'risk-refused' | null;
  readonly rule: string | null;
}

/**
 * Lines that risk was asked about in the last checks of batches of a period, from a line on (回放).
 * @param asked days of the checks in Shanghai; `after` is the id of a line
 */
export function pastLines(
  db: Queryable,
  { from, to, after, limit }: Parameters<ReplaySource['page']>[1],
): Promise<PastLine[]> {
  const last = after === undefined ? 0 : Number(after);
  return db.query<PastLine>(PAGE, [from, to, batchIdOf(last), rowNoOf(last), limit]);
}

/** Where the past of the risk table is: what was decided about the lines of batches (R13.1). */
export const pastLinesSource: ReplaySource = {
  name: { zh: '历史批次明细', en: 'Lines of past batches' },
  count: async (db, { from, to }) => (await db.one<{ total: number }>(COUNT, [from, to])).total,
  page: async (db, asked) => (await pastLines(db, asked)).map(replayItem),
};

const decidedBy = { 'risk-hold': 'review', 'risk-refused': 'decline' } as const;

function replayItem({ id, number, code, rule, ...facts }: PastLine): ReplayItem {
  const answer = { decision: code === null ? 'approve' : decidedBy[code] };
  return {
    cursor: id.toString(),
    ...asked({ id, ...facts }, number),
    decided: rule === null ? { answer } : { rows: [rule], answer },
  };
}

/** How a line is named and asked about, in replays and beside: the batch and its row, nothing of the person. */
export function asked({ id, ...facts }: LineFacts & { readonly id: bigint }, batchNumber: string) {
  const { amountFen, monthFen, batchCount, registeredDays, enterpriseCount } = facts;
  const line = Number(id);
  return {
    subject: {
      label: `${batchNumber} / ${rowNoOf(line).toString()}`,
      link: `/settlement-batches/${batchIdOf(line).toString()}/show`,
    },
    input: { amountFen: Number(amountFen), monthFen: Number(monthFen), batchCount, registeredDays, enterpriseCount },
    amountFen: Number(amountFen),
  };
}
