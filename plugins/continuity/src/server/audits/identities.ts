import { byKind } from './by-kind';
import type { Audit } from './difference';

/** Every active worker is verified: his state says so, and a check on record confirms it (R3.2). */
export const identitiesAudit: Audit = {
  name: 'identities',
  look: (db) =>
    byKind(db, {
      ctes: `active AS MATERIALIZED (
        SELECT w.number, w.real_name_state, i.worker_id IS NULL AS no_evidence
          FROM parties.published_worker_facts w LEFT JOIN real_name.published_identities i USING (worker_id)
         WHERE w.state = 'active')`,
      differing: `SELECT k.kind, a.number AS sample FROM active a CROSS JOIN LATERAL (VALUES
          ('not-verified', a.real_name_state IS DISTINCT FROM 'verified'),
          ('no-evidence', a.no_evidence)) AS k (kind, hit)
        WHERE k.hit`,
      compared: 'SELECT count(*) FROM active',
    }),
};
