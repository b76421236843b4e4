import type { Queryable } from '@linggong/core';
import type { Fen, Month } from '@linggong/core/domain';

/** The 12 consecutive months up to one in which a worker earned most on the platform. */
export interface TwelveMonths {
  readonly workerId: number;
  readonly throughMonth: Month;
  readonly grossFen: Fen;
}

/**
 * For each worker the 12 consecutive months that end in the given range with the highest income from the whole platform: above
 * the limit it must guide him to register as a business (公告2025年第16号第二条). One pass over the live records, whatever their
 * number of workers; `workerIds` null asks for everybody.
 */
export function readTwelveMonths(
  db: Queryable,
  range: { readonly workerIds: readonly number[] | null; readonly fromMonth: Month; readonly throughMonth: Month },
): Promise<TwelveMonths[]> {
  return db.query<TwelveMonths>(
    `WITH months AS (
       SELECT worker_id, tax_month, left(tax_month, 4)::integer * 12 + right(tax_month, 2)::integer AS number,
              sum(gross_fen) AS gross
         FROM public.tax_records
        WHERE state <> 'voided' AND ($1::integer[] IS NULL OR worker_id = ANY ($1))
          AND tax_month BETWEEN to_char(($2 || '-01')::date - interval '11 months', 'YYYY-MM') AND $3
        GROUP BY worker_id, tax_month
     ), years AS (
       SELECT worker_id, tax_month, sum(gross) OVER (PARTITION BY worker_id ORDER BY number
              RANGE BETWEEN 11 PRECEDING AND CURRENT ROW)::bigint AS gross FROM months
     )
     SELECT DISTINCT ON (worker_id) worker_id AS "workerId", tax_month AS "throughMonth", gross AS "grossFen"
       FROM years WHERE tax_month >= $2 ORDER BY worker_id, gross DESC, tax_month`,
    [range.workerIds, range.fromMonth, range.throughMonth],
  );
}
