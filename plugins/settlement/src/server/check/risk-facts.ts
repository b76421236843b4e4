import type { Queryable, Tx } from '@linggong/core';
import { monthOf, type Day, type Fen } from '@linggong/core/domain';
import type { LineFacts } from '@linggong/risk';
import type { CheckRun } from './check-run';
import { inForce } from './current-blockers';
import { bandedMonth, RISK_BAND_FEN, STANDING } from './month-bands';

/** What risk is told of one payment, with the line or order it is. */
export interface CandidateFacts extends LineFacts {
  readonly id: bigint;
  readonly workerId: number;
  /** Of his month, what lies in this batch. */
  readonly batchFen: Fen;
}

const OF_WORKER = '(sum(c.amount_fen) OVER (PARTITION BY c.worker_id))::bigint';

/** The day in Shanghai, as every day of the house: before eight in the morning the one of UTC is yesterday's. */
const REGISTERED_ON = `(w.registered_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Shanghai')::date`;

/** Where the enterprise and the day stand, and which orders `o` count. */
export interface FactPlaces {
  readonly enterprise: string;
  readonly day: string;
  readonly counted: string;
}

/** By index `orders_by_worker` and no other: however often this enterprise has paid him, none of its orders is looked at. */
const ORDERS_OF_OTHERS = (side: '<' | '>', { enterprise, day, counted }: FactPlaces): string =>
  `SELECT o.enterprise_id FROM public.orders o
    WHERE o.worker_id = c.worker_id AND (o.worker_id, o.enterprise_id) ${side} (c.worker_id, ${enterprise})
      AND o.confirmed_at > ${day} - 90 AND ${counted}`;

/**
 * Columns of what risk is told of payment `c` (amount_fen, batch_fen, batch_count) to worker `w`.
 * @param monthFen what he gets in the month with them
 */
export const factColumns = (places: FactPlaces, monthFen: string): string => `c.amount_fen AS "amountFen",
         (${monthFen})::bigint AS "monthFen", c.batch_count AS "batchCount",
         greatest(${places.day} - ${REGISTERED_ON}, 0) AS "registeredDays",
         (1 + (SELECT count(DISTINCT o.enterprise_id)
                 FROM (${ORDERS_OF_OTHERS('<', places)} UNION ALL ${ORDERS_OF_OTHERS('>', places)}) o))::int AS "enterpriseCount"`;

const NOW: FactPlaces = { enterprise: '$2::int', day: '$3::date', counted: STANDING };

/**
 * What risk is told of payments `candidate` (id, worker_id, amount_fen) to a worker: $1 the batch, $2 the enterprise, $3 the
 * day, $4 its month. Orders of the last 90 days say by how many enterprises he is paid.
 * @param monthFen what he gets in the month with them, over `c` and his month `m`
 */
const factsOf = (candidate: string, monthFen: string): string => `WITH candidate AS (${candidate})
  SELECT c.id, c.worker_id AS "workerId", c.batch_fen AS "batchFen", ${factColumns(NOW, monthFen)}
    FROM (SELECT c.*, ${OF_WORKER} AS batch_fen, (count(*) OVER (PARTITION BY c.worker_id))::int AS batch_count FROM candidate c) c
    JOIN parties.published_worker_facts w ON w.worker_id = c.worker_id
    LEFT JOIN settlement.worker_months m ON m.worker_id = c.worker_id AND m.month = $4
   ORDER BY c.id`;

const LINE_FACTS = factsOf(
  `SELECT l.id, l.worker_id, l.amount_fen FROM settlement.lines l
    WHERE l.batch_id = $1 AND l.state <> 'excluded' AND l.faults IS NULL AND l.amount_fen IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM settlement.blockers b WHERE ${inForce('$5')})`,
  bandedMonth({ enterprise: '$2::int', month: '$4', band: `${RISK_BAND_FEN}::bigint` }, 'c.batch_fen'),
);

/** The orders of a batch, whose months are reserved already. */
const ORDER_FACTS = factsOf(
  `SELECT o.id::bigint, o.worker_id, o.amount_fen FROM public.orders o
    WHERE o.batch_id = $1 AND o.state = 'confirmed'`,
  'coalesce(m.gross_fen, 0)',
);

/** The lines of a check that are payable so far. */
export function lineFacts(db: Queryable, run: CheckRun): Promise<CandidateFacts[]> {
  const { batchId, enterpriseId, day, checkNo } = run;
  return db.query<CandidateFacts>(LINE_FACTS, [batchId, enterpriseId, day, monthOf(day), checkNo]);
}

/** The fresh orders of a batch. */
export function orderFacts(
  tx: Tx,
  batch: { readonly id: number; readonly enterpriseId: number },
  day: Day,
): Promise<CandidateFacts[]> {
  return tx.query<CandidateFacts>(ORDER_FACTS, [batch.id, batch.enterpriseId, day, monthOf(day)]);
}
