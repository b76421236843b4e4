import type { Tx } from '@linggong/core';
import { blockerCatalogue, blockerCodes } from '../../api';
import { inForce } from './current-blockers';
import type { CheckRun } from './check-run';

/** Reasons that only hold; the catalogue says which. */
const HOLDS = blockerCodes.filter((code) => blockerCatalogue[code].severity === 'hold').join(',');

/**
 * Moves the lines by what was found (`checkedState` of the domain says the rule): blocked wins over held; a line that
 * was stopped before and has no reason any more waits, as `read`, for its quote. A line that is examined again is `read`, so
 * one whose reasons are found again as they were has to be stopped again.
 */
export async function moveLines(tx: Tx, { batchId, checkNo }: CheckRun): Promise<void> {
  await tx.query(
    `UPDATE settlement.lines l
        SET state = found.state, codes = found.codes, quote_version = NULL
       FROM (
         SELECT told.id, told.codes,
                CASE WHEN told.codes = '{}' THEN 'read' WHEN told.codes <@ '{${HOLDS}}' THEN 'held' ELSE 'blocked' END AS state
           FROM (
             SELECT l.id, l.state, l.codes AS known,
                    ARRAY(SELECT fault ->> 'code' FROM jsonb_array_elements(l.faults) fault
                           UNION SELECT b.code FROM settlement.blockers b WHERE ${inForce('$2')} ORDER BY 1) AS codes
               FROM settlement.lines l WHERE l.batch_id = $1 AND l.state <> 'excluded'
           ) told
          WHERE told.codes <> told.known OR told.codes <> '{}' OR told.state NOT IN ('ready', 'read')
       ) found
      WHERE l.id = found.id AND (l.state, l.codes) IS DISTINCT FROM (found.state, found.codes)`,
    [batchId, checkNo],
  );
}
