import { byKind } from './by-kind';
import type { Audit } from './difference';

/** Holds = open batches: what is set aside for a batch is what its open orders still need, no fen more and none less. */
export const holdsAudit: Audit = {
  name: 'holds',
  look: (db) => byKind(db, holdsAgainstOrders),
};

const holdsAgainstOrders = {
  ctes: `hold AS MATERIALIZED (
    SELECT substring(key FROM '^settlement-batch:(\\d{1,9})$')::integer AS batch_id, sum(held_fen) AS held
      FROM ledger.published_holds WHERE key LIKE 'settlement-batch:%' GROUP BY 1
  ), need AS MATERIALIZED (
    SELECT batch_id, sum(held_fen) AS held FROM settlement.published_orders GROUP BY 1
  ), pair AS MATERIALIZED (
    SELECT coalesce(h.batch_id, n.batch_id) AS batch_id, coalesce(h.held, 0) AS held, coalesce(n.held, 0) AS needed,
           n.batch_id IS NULL AS no_order
      FROM hold h FULL JOIN need n USING (batch_id)
  )`,
  differing: `SELECT CASE WHEN p.needed = 0 THEN 'hold-without-orders' WHEN p.held = 0 THEN 'orders-without-hold'
      ELSE 'amount-differs' END AS kind, 'settlement-batch:' || p.batch_id AS sample
    FROM pair p WHERE p.held <> p.needed`,
  compared: 'SELECT count(*) FROM pair',
};
