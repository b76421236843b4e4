import type { DataSection } from '@linggong/vault';

/** A worker's contracts, for his own copy (个人信息副本); their papers he downloads by themselves. */
export const contractsOfWorker: DataSection = (db, workerId) =>
  db.query(
    `SELECT c.number, c.kind, c.state, c.valid_from AS "validFrom", c.valid_to AS "validTo", c.consent_method AS "signedBy",
       c.consent_address AS "signedFrom", c.signed_at AT TIME ZONE 'UTC' AS "signedAt", c.revoked_at AT TIME ZONE 'UTC' AS "revokedAt"
     FROM public.contracts c WHERE c.worker_id = $1 ORDER BY c.id LIMIT 200001`,
    [workerId],
  );
