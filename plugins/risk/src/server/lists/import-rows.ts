import type { Queryable } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import type { ListImportAnswer } from '../../api';

/** What of a sheet would be taken, and why the rest would not. @throws Problem 404 */
export async function readImport(db: Queryable, id: number): Promise<ListImportAnswer> {
  const row = await db.maybeOne<ListImportAnswer>(
    `SELECT i.id, i.number, i.state, i.rows_read AS "rowsRead", i.rows_good AS "rowsGood", i.rows_refused AS "rowsRefused",
            i.faults, i.created_at AS "createdAt", i.created_name AS "createdName", i.decided_at AS "decidedAt",
            i.decided_name AS "decidedName",
            CASE WHEN i.state <> 'read' THEN (SELECT count(*)::int FROM risk.list_entries
                                               WHERE import_id = i.id AND state IN ('in-force', 'ended')) END AS "rowsTaken",
            coalesce((SELECT jsonb_agg(jsonb_build_object('kind', c.kind, 'subjectKind', c.subject_kind, 'rows', c.rows)
                               ORDER BY c.kind, c.subject_kind)
                        FROM (SELECT kind, subject_kind, count(*)::int AS rows FROM risk.list_entries
                               WHERE import_id = i.id GROUP BY kind, subject_kind) c), '[]') AS counts
       FROM risk.list_imports i WHERE i.id = $1`,
    [id],
  );
  if (row === undefined) throw notFound({ zh: '名单导入', en: 'import of a list' });
  return row;
}
