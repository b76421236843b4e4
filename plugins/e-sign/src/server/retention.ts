import type { Purger } from '@linggong/vault';

// A scan may be that of several contracts: it goes with the last of them.
const DUE = `
WITH ended AS (
  SELECT c.id, c.worker_id, c.enterprise_id FROM public.contracts c
  WHERE least(c.revoked_at AT TIME ZONE 'UTC', ((c.valid_to + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')) < $1
    AND c.id > coalesce(nullif($2, ''), '0')::int
), files AS (
  SELECT e.id, d.file_id FROM ended e JOIN e_sign.documents d ON d.contract_id = e.id
  UNION
  SELECT e.id, s.file_id FROM ended e JOIN e_sign.signer_evidence p ON p.contract_id = e.id
    JOIN e_sign.signed_files s ON s.id = p.signed_file
  WHERE NOT EXISTS (SELECT FROM e_sign.signer_evidence o JOIN public.contracts c ON c.id = o.contract_id
    WHERE o.signed_file = s.id
      AND coalesce(least(c.revoked_at AT TIME ZONE 'UTC', ((c.valid_to + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')), 'infinity') >= $1)
)
SELECT e.id::text AS id, array_agg(f.id::text) AS "fileIds",
  array_remove(ARRAY['contract:' || e.id, 'worker:' || e.worker_id, 'enterprise:' || e.enterprise_id], NULL) AS subjects
FROM ended e JOIN files ON files.id = e.id JOIN vault.published_files f ON f.id = files.file_id
GROUP BY e.id, e.worker_id, e.enterprise_id ORDER BY e.id LIMIT $3`;

/** Papers of contracts that are over: the sealed document, scans and files signed at a service. What was signed stays on record by its hashes. */
export const contractPapers: Purger = {
  due: (db, { before, after, limit }) => db.query(DUE, [before, after, limit]),
};
