import { byKind } from './by-kind';
import type { Audit } from './difference';

/**
 * Every paid order is covered by a signed agreement of the worker, on its tax day, for that enterprise and that kind of work (R4).
 * On the day of its revocation an agreement covers what was handed over before.
 */
export const contractsAudit: Audit = {
  name: 'contracts',
  look: (db) =>
    byKind(db, {
      ctes: `paid AS MATERIALIZED (
        SELECT o.number, EXISTS (
            SELECT FROM e_sign.published_coverage s
              LEFT JOIN e_sign.published_revocations r ON r.contract_id = s.contract_id
             WHERE s.worker_id = o.worker_id AND (s.enterprise_id IS NULL OR s.enterprise_id = o.enterprise_id)
               AND o.tax_day >= s.first_day AND (s.last_day IS NULL OR o.tax_day <= s.last_day
                 OR (o.tax_day = r.revoked_day AND d.sent_at < r.revoked_at AND coalesce(r.valid_to >= o.tax_day, true)))
               AND (s.scenarios ? '*' OR s.scenarios ? t.scenario)) AS covered
          FROM settlement.published_orders o LEFT JOIN tasks.published_task_facts t USING (task_id)
          LEFT JOIN settlement.published_sendings d USING (order_id)
         WHERE o.state = 'paid')`,
      differing: `SELECT 'order-not-covered' AS kind, number AS sample FROM paid WHERE NOT covered`,
      compared: 'SELECT count(*) FROM paid',
    }),
};
