import { heldIds, type PersonKeeper, type Purger } from '@linggong/vault';

/**
 * When a contract is over, in SQL over `public.contracts c` and, where the worker has left, his lock `l`: withdrawn, run out, or without a
 * worker – who has left signs nothing and takes nothing on any more. NULL as long as it runs without end.
 */
const OVER = `least(c.revoked_at AT TIME ZONE 'UTC', (c.valid_to + 1)::timestamp AT TIME ZONE 'Asia/Shanghai', l.locked_at)`;
const CONTRACTS = 'public.contracts c LEFT JOIN parties.published_locks l ON l.worker_id = c.worker_id';

// A scan may be that of several contracts: it goes with the last of them.
const DUE = `
WITH ended AS (
  SELECT c.id, c.worker_id, c.enterprise_id FROM ${CONTRACTS}
  WHERE ${OVER} < $1 AND c.id > coalesce(nullif($2, ''), '0')::int
), files AS (
  SELECT e.id, d.file_id FROM ended e JOIN e_sign.documents d ON d.contract_id = e.id
  UNION
  SELECT e.id, s.file_id FROM ended e JOIN e_sign.signer_evidence p ON p.contract_id = e.id
    JOIN e_sign.signed_files s ON s.id = p.signed_file
  WHERE NOT EXISTS (SELECT FROM e_sign.signer_evidence o JOIN ${CONTRACTS} ON c.id = o.contract_id
    WHERE o.signed_file = s.id AND coalesce(${OVER}, 'infinity') >= $1)
)
SELECT e.id::text AS id, array_agg(f.id::text) AS "fileIds",
  array_remove(ARRAY['contract:' || e.id, 'worker:' || e.worker_id, 'enterprise:' || e.enterprise_id], NULL) AS subjects
FROM ended e JOIN files ON files.id = e.id JOIN vault.published_files f ON f.id = files.file_id
GROUP BY e.id, e.worker_id, e.enterprise_id ORDER BY e.id LIMIT $3`;

/** Papers of contracts that are over: the sealed document, scans and files signed at a service. What was signed stays on record by its hashes. */
export const contractPapers: Purger = {
  due: (db, { before, after, limit }) => db.query(DUE, [before, after, limit]),
};

const HOLDS = `
SELECT c.worker_id AS "workerId", 'contract-paper' AS class,
  CASE WHEN count(*) = count(${OVER}) THEN max(${OVER}) END AS "from",
  bool_or(EXISTS (SELECT FROM e_sign.documents d JOIN vault.published_files f ON f.id = d.file_id WHERE d.contract_id = c.id)
    OR EXISTS (SELECT FROM e_sign.signer_evidence p JOIN e_sign.signed_files s ON s.id = p.signed_file
      JOIN vault.published_files f ON f.id = s.file_id WHERE p.contract_id = c.id)) AS "hasFile"
FROM ${CONTRACTS} WHERE c.worker_id = ANY ($1::int[]) GROUP BY c.worker_id`;

const HELD_WITH = `
SELECT c.worker_id AS "workerId", 'contract:' || c.id AS subject FROM public.contracts c
WHERE c.worker_id = ANY ($1::int[]) AND c.id = ANY ($2::int[])
UNION
SELECT c.worker_id, 'enterprise:' || c.enterprise_id FROM public.contracts c
WHERE c.worker_id = ANY ($1::int[]) AND c.enterprise_id = ANY ($3::int[])`;

/** Contracts of people: the text that they were rendered from, and whence they agreed. */
export const contractsOfPeople: PersonKeeper = {
  holds: (db, workerIds) => db.query(HOLDS, [workerIds]),
  heldWith: async (db, workerIds) =>
    db.query(HELD_WITH, [workerIds, await heldIds(db, 'contract'), await heldIds(db, 'enterprise')]),
  erase: async (tx, _command, people) => {
    const ids = [people.map(({ workerId }) => workerId)];
    const of = 'contract_id IN (SELECT c.id FROM public.contracts c WHERE c.worker_id = ANY ($1::int[]))';
    const texts = await tx.query(
      `UPDATE e_sign.contract_texts SET name_sealed = NULL, identity_sealed = NULL, subject = NULL WHERE ${of} RETURNING 1`,
      ids,
    );
    await tx.query(
      'UPDATE e_sign.contract_parties SET subject = NULL, name_blind = NULL WHERE worker_id = ANY ($1::int[])',
      ids,
    );
    const consents = await tx.query(
      `UPDATE e_sign.consents SET address = NULL WHERE ${of} AND address IS NOT NULL RETURNING 1`,
      ids,
    );
    await tx.query(
      'UPDATE public.contracts SET consent_address = NULL WHERE worker_id = ANY ($1::int[]) AND consent_address IS NOT NULL',
      ids,
    );
    return { 'contract-texts': texts.length, 'signing-addresses': consents.length };
  },
};
