import { continuityLimits } from '@linggong/config';
import { verifyTaxTotals } from '@linggong/tax';
import { byKind } from './by-kind';
import type { Audit } from './difference';

/**
 * Orders = tax records: every paid order has one final record with its very figures, an order that ended otherwise has none that
 * lives; and every worker's totals are what his records give.
 */
export const taxesAudit: Audit = {
  name: 'taxes',
  look: async (db) => {
    const broken = await verifyTaxTotals(db);
    const compared = await byKind(db, ordersAgainstRecords);
    const samples = broken.map(({ workerId, figure }) => `worker#${workerId} ${figure}`);
    const totals =
      broken.length === 0
        ? []
        : [
            {
              kind: 'totals-wrong',
              count: BigInt(broken.length),
              samples: samples.slice(0, continuityLimits.findingSamples),
            },
          ];
    return { ...compared, differences: [...totals, ...compared.differences] };
  },
};

const ordersAgainstRecords = {
  ctes: `live AS MATERIALIZED (SELECT * FROM tax.published_records WHERE state <> 'voided'),
  pair AS MATERIALIZED (
    SELECT coalesce(o.order_id, r.order_id) AS order_id, o.number, o.state AS order_state, r.state AS record_state,
           (o.gross_fen, o.vat_fen, o.surcharge_fen, o.income_tax_fen, o.receivable_fen, o.collected_fen, o.net_fen, o.worker_id)
             IS DISTINCT FROM
           (r.gross_fen, r.vat_fen, r.surcharge_fen, r.income_tax_fen, r.receivable_fen, r.collected_fen, r.net_fen, r.worker_id)
             AS differs
      FROM settlement.published_orders o FULL JOIN live r USING (order_id)
  )`,
  differing: `SELECT k.kind, coalesce(p.number, 'order#' || p.order_id) AS sample
    FROM pair p CROSS JOIN LATERAL (VALUES
      ('order-without-record', p.record_state IS NULL AND p.order_state IN ('confirmed', 'paying', 'paid')),
      ('record-without-order', p.record_state IS NOT NULL
        AND (p.order_state IS NULL OR p.order_state IN ('returned', 'failed', 'cancelled'))),
      ('record-not-final', p.order_state = 'paid' AND p.record_state <> 'paid'),
      ('figures-differ', p.order_state IN ('confirmed', 'paying', 'paid') AND p.record_state IS NOT NULL AND p.differs)
    ) AS k (kind, hit)
   WHERE k.hit`,
  compared: 'SELECT count(*) FROM pair',
};
