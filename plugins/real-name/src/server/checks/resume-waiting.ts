import type { Command } from '@linggong/core';
import { subjectKinds, type SubjectKind } from '../../domain';
import type { RealNameTools } from '../tools';
import { enqueueChecks } from './pending-checks';

/** Waiting checks taken up by one tick; what is left follows with the next. */
const CHECKS_PER_TICK = 5_000;

/** Takes up checks whose wait – for tomorrow's cap, for a vendor – is over. Gives their number. */
export async function resumeWaiting({ database, jobs }: RealNameTools, command: Command): Promise<number> {
  return database.transaction(async (tx) => {
    const due = await tx.query<{ subjectKind: SubjectKind; subjectId: number }>(
      `WITH due AS (
         SELECT id FROM real_name.pending_checks WHERE due_at <= $1 ORDER BY due_at, id LIMIT $2 FOR UPDATE SKIP LOCKED)
       UPDATE real_name.pending_checks p SET waits_for = NULL, due_at = NULL FROM due WHERE p.id = due.id
       RETURNING p.subject_kind AS "subjectKind", p.subject_id AS "subjectId"`,
      [command.at, CHECKS_PER_TICK],
    );
    for (const kind of subjectKinds) {
      const ids = due.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId);
      if (ids.length > 0) await enqueueChecks(tx, jobs, command, kind, ids);
    }
    return due.length;
  });
}
