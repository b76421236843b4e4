import type { Queryable } from '@linggong/core';

/** A stored total of a worker that does not equal what it is the sum of. */
export interface BrokenTotal {
  readonly workerId: number;
  readonly figure: 'owed' | 'payments' | 'gross' | 'income-tax';
  readonly storedFen: bigint;
  readonly provedFen: bigint;
}

/** What `verifyTaxTotals` says of one broken total is enough to find it; of more than this nobody reads on. */
const BROKEN_MAX = 1_000;

/**
 * Proves what is stored of every worker against his live records: what he owes each enterprise, and number, gross and income tax of
 * the run in progress. Empty, or the totals are broken. Reads everything: for the night, the drill and the auditor.
 */
export async function verifyTaxTotals(db: Queryable): Promise<BrokenTotal[]> {
  return db.query<BrokenTotal>(
    `WITH owed AS (
       SELECT worker_id, group_code, regime, enterprise_id, sum(owed)::bigint AS owed FROM (
         SELECT worker_id, group_code, regime, enterprise_id, receivable_fen - collected_fen AS owed
           FROM public.tax_records WHERE state <> 'voided' AND receivable_fen <> collected_fen
         UNION ALL
         SELECT worker_id, group_code, regime, enterprise_id, owed_fen FROM tax.adjustments) all_of
        GROUP BY 1, 2, 3, 4
     ), run AS (
       SELECT c.worker_id, c.group_code, c.regime, count(r.id)::bigint AS payments, coalesce(sum(r.gross_fen), 0)::bigint AS gross,
              coalesce(sum(r.income_tax_fen), 0)::bigint AS income_tax
         FROM tax.cumulations c
         LEFT JOIN public.tax_records r ON r.worker_id = c.worker_id AND r.group_code = c.group_code AND r.regime = c.regime
          AND r.state <> 'voided' AND r.run_no = c.run_no AND left(r.tax_month, 4) = left(c.month, 4)
        GROUP BY 1, 2, 3
     ), adjusted AS (
       SELECT a.worker_id, a.group_code, a.regime, sum(a.income_tax_fen)::bigint AS income_tax
         FROM tax.adjustments a JOIN tax.cumulations c USING (worker_id, group_code, regime)
        WHERE a.tax_month BETWEEN c.first_month AND c.month GROUP BY 1, 2, 3
     ), broken AS (
       SELECT coalesce(b.worker_id, o.worker_id) AS worker_id, 'owed' AS figure, coalesce(b.owed_fen, 0) AS stored,
              coalesce(o.owed, 0) AS proved
         FROM tax.balances b FULL JOIN owed o USING (worker_id, group_code, regime, enterprise_id)
        WHERE coalesce(b.owed_fen, 0) <> coalesce(o.owed, 0)
       UNION ALL
       SELECT c.worker_id, f.figure, f.stored, f.proved
         FROM tax.cumulations c JOIN run r USING (worker_id, group_code, regime)
         LEFT JOIN adjusted a USING (worker_id, group_code, regime)
        CROSS JOIN LATERAL (VALUES ('payments', c.run_payments::bigint, r.payments), ('gross', c.run_gross_fen, r.gross),
          ('income-tax', c.run_income_tax_fen, r.income_tax + coalesce(a.income_tax, 0))) AS f (figure, stored, proved)
        WHERE f.stored <> f.proved
     )
     SELECT worker_id AS "workerId", figure, stored AS "storedFen", proved AS "provedFen" FROM broken
      ORDER BY 1, 2 LIMIT ${BROKEN_MAX}`,
  );
}
