import type { Tx } from '@linggong/core';
import { inForce } from './current-blockers';
import type { CheckRun } from './check-run';

/**
 * Moves the lines by what was found (`checkedState` of the domain says the rule): blocked wins over held; a line that
 * was stopped before and has no reason any more waits, as `read`, for its quote.
 */
export async function moveLines(tx: Tx, { batchId, checkNo }: CheckRun): Promise<void> {
  await tx.query(
    `UPDATE settlement.lines l
        SET state = found.state, quote_version = NULL, fee_fen = NULL, vat_fen = NULL, surcharge_fen = NULL,
            income_tax_fen = NULL, receivable_fen = NULL, collected_fen = NULL, net_fen = NULL
       FROM (
         SELECT l.id, CASE WHEN l.faults IS NOT NULL OR bool_or(b.code <> 'risk-hold') THEN 'blocked'
                           WHEN bool_or(b.code = 'risk-hold') THEN 'held' ELSE 'read' END AS state
           FROM settlement.lines l LEFT JOIN settlement.blockers b ON ${inForce('$2')}
          WHERE l.batch_id = $1 AND l.state <> 'excluded'
          GROUP BY l.id
       ) found
      WHERE l.id = found.id AND l.state <> found.state AND NOT (l.state = 'ready' AND found.state = 'read')`,
    [batchId, checkNo],
  );
}
