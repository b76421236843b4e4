import type { Purger } from '@linggong/vault';

/**
 * Files of forms (表单附件) whose term is over: of a record since its last revision; one that no record ever named goes thirty days after
 * it was sent, which the class says and its term of years cannot.
 */
const DUE = `
SELECT f.id::text AS id, ARRAY[f.id::text] AS "fileIds",
  array_remove(ARRAY['form-record:' || r.id, 'worker:' || r.worker_id, 'enterprise:' || r.enterprise_id], NULL) AS subjects
FROM studio.form_files f JOIN vault.published_files p ON p.id = f.id LEFT JOIN studio.form_records r ON r.id = f.record_id
WHERE f.id > coalesce(nullif($2, ''), '00000000-0000-0000-0000-000000000000')::uuid
  AND CASE WHEN r.id IS NULL THEN f.sent_at < $1::timestamptz + interval '3 years' - interval '30 days' ELSE r.updated_at < $1 END
ORDER BY f.id LIMIT $3`;

export const formPapers: Purger = {
  due: (db, { before, after, limit }) => db.query(DUE, [before, after, limit]),
};
