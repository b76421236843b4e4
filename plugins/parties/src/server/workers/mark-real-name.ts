import type { Command, Tx } from '@linggong/core';
import { record } from '@linggong/audit';
import { workerLifecycle, type RealNameState } from '../../domain';
import { tellWorkers } from '../tell-parties';
import type { PartiesTools } from '../tools';

/** The answer of one identity check; the evidence itself stays with real-name under `evidenceCode`. */
export interface RealNameMark {
  readonly workerId: number;
  readonly state: Exclude<RealNameState, 'pending'>;
  readonly evidenceCode: string;
}

interface Moved {
  readonly id: number;
  readonly before: string;
  readonly after: string;
  readonly realNameBefore: string;
  readonly realNameAfter: string;
  readonly code: string | null;
}

// A register that could not answer takes nothing away from a worker whom an earlier answer verified: neither his state, nor the
// evidence that he stands on, nor the day of that answer, by which he is asked about again.
const MARK = `
WITH mark AS (
  SELECT * FROM unnest($1::int[], $2::text[], $3::text[]) AS m(worker_id, state, code)
), before AS (
  SELECT w.id, w.state, w.real_name_state, mark.state = 'error' AND w.real_name_state = 'verified' AS keeps
  FROM public.workers w JOIN mark ON mark.worker_id = w.id
  ORDER BY w.id FOR UPDATE OF w
)
UPDATE public.workers w
SET real_name_state = CASE WHEN before.keeps THEN 'verified' ELSE mark.state END,
    real_name_code = CASE WHEN before.keeps THEN w.real_name_code ELSE mark.code END,
    real_name_checked_at = CASE WHEN before.keeps THEN w.real_name_checked_at ELSE $4::timestamptz END,
    state = CASE WHEN mark.state = 'verified' AND before.state = ANY($5::text[]) THEN $6
                 WHEN mark.state IN ('mismatch', 'no-record') AND before.state = ANY($7::text[]) THEN $8
                 ELSE before.state END,
    updated_at = $4::timestamptz,
    version = w.version + 1
FROM mark JOIN before ON before.id = mark.worker_id
WHERE w.id = mark.worker_id
RETURNING w.id, before.state AS before, w.state AS after, before.real_name_state AS "realNameBefore",
  w.real_name_state AS "realNameAfter", w.real_name_code AS code`;

/**
 * Takes over the answers of identity checks, set-based: a match makes a worker active, a mismatch or an unknown person
 * is blocked (R3.2). Each worker may stand in `marks` once; at most a chunk of a few hundred.
 */
export async function markRealName(
  tools: PartiesTools,
  tx: Tx,
  command: Command,
  marks: readonly RealNameMark[],
): Promise<void> {
  if (marks.length === 0) return;
  const { verify, block } = workerLifecycle.transitions;
  const moved = await tx.query<Moved>(MARK, [
    marks.map(({ workerId }) => workerId),
    marks.map(({ state }) => state),
    marks.map(({ evidenceCode }) => evidenceCode),
    command.at,
    verify.from,
    verify.to,
    block.from,
    block.to,
  ]);
  const changed = moved.filter(({ before, after }) => before !== after);
  await record(
    tx,
    command,
    // The answer and its evidence are the reason: what the register said, of a worker who may have been verified before.
    changed.map(({ id, before, after, realNameBefore, realNameAfter, code }) => ({
      action: after === verify.to ? 'worker.verify' : 'worker.block',
      subject: { kind: 'worker', id },
      before: { state: before, realNameState: realNameBefore },
      after: { state: after, realNameState: realNameAfter, evidenceCode: code },
    })),
  );
  const idsNow = (state: string): number[] => changed.filter(({ after }) => after === state).map(({ id }) => id);
  await tellWorkers(tx, tools.jobs, command, 'parties.worker.verified', idsNow(verify.to));
  await tellWorkers(tx, tools.jobs, command, 'parties.worker.blocked', idsNow(block.to));
}
