import { byKind } from './by-kind';
import type { Audit } from './difference';

/** Every paid order is covered by a signed agreement of the worker, on its tax day, for that enterprise and that kind of work (R4). */
export const contractsAudit: Audit = {
  name: 'contracts',
  look: (db) =>
    byKind(db, {
      ctes: `paid AS MATERIALIZED (
        SELECT o.number, EXISTS (
            SELECT FROM e_sign.published_coverage s
             WHERE s.worker_id = o.worker_id AND (s.enterprise_id IS NULL OR s.enterprise_id = o.enterprise_id)
               AND o.tax_day >= s.first_day AND (s.last_day IS NULL OR o.tax_day <= s.last_day)
               AND (s.scenarios ? '*' OR s.scenarios ? t.scenario)) AS covered
          FROM settlement.published_orders o LEFT JOIN tasks.published_task_facts t USING (task_id)
         WHERE o.state = 'paid')`,
      differing: `SELECT 'order-not-covered' AS kind, number AS sample FROM paid WHERE NOT covered`,
      compared: 'SELECT count(*) FROM paid',
    }),
};
