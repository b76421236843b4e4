import type { Queryable } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import type { BulkCheck } from '../../api';

type Row = Omit<BulkCheck, 'counts'>;

/** A bulk check with what came of its members so far. @throws Problem `not-found` */
export async function readBulk(db: Queryable, bulkId: bigint): Promise<BulkCheck> {
  const row = await db.maybeOne<Row>(
    `SELECT id::int AS id, state, filter, total, estimate_fen AS "estimateFen", run_id AS "runId", asked_by AS "askedBy", reason,
       created_at AS "createdAt", due_at AS "dueAt", finished_at AS "finishedAt"
     FROM real_name.bulk_checks WHERE id = $1`,
    [bulkId],
  );
  if (row === undefined) throw notFound({ zh: '批量核验', en: 'bulk check' });
  const found = await db.query<{ outcome: keyof BulkCheck['counts']; count: number }>(
    `SELECT coalesce(outcome, 'open') AS outcome, count(*)::int AS count FROM real_name.bulk_members
     WHERE bulk_id = $1 GROUP BY 1`,
    [bulkId],
  );
  const counts = { open: 0, match: 0, mismatch: 0, 'no-record': 0, error: 0, cancelled: 0 };
  for (const { outcome, count } of found) counts[outcome] = count;
  return { ...row, counts };
}
