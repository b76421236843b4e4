import { continuityLimits } from '@linggong/config';
import { verifyBooks } from '@linggong/ledger';
import { byKind } from './by-kind';
import type { Audit } from './difference';

/**
 * Ledger = orders: every paid order is booked once with its very figures, every returned one is reversed, nothing else is booked as
 * an order; and every stored balance is what its postings give.
 */
export const booksAudit: Audit = {
  name: 'books',
  look: async (db) => {
    const broken = await verifyBooks(db);
    const compared = await byKind(db, ordersAgainstEntries);
    const samples = broken.map(({ code, figure }) => `${code} ${figure}`).slice(0, continuityLimits.findingSamples);
    const balances = broken.length === 0 ? [] : [{ kind: 'balance-wrong', count: BigInt(broken.length), samples }];
    return { ...compared, differences: [...balances, ...compared.differences] };
  },
};

const ordersAgainstEntries = {
  ctes: `entry AS MATERIALIZED (
    SELECT substring(key FROM '^order-paid:(\\d{1,9})$')::integer AS order_id, bool_or(reversed) AS reversed,
           sum(amount_fen) FILTER (WHERE source LIKE 'bank:%') AS net,
           sum(amount_fen) FILTER (WHERE source LIKE 'workers:%' AND destination LIKE 'deposit:%') AS gross,
           sum(amount_fen) FILTER (WHERE source LIKE 'fee:%') AS fee,
           sum(amount_fen) FILTER (WHERE source LIKE 'tax-iit:%') AS income_tax,
           sum(amount_fen) FILTER (WHERE source LIKE 'tax-vat:%') AS vat,
           sum(amount_fen) FILTER (WHERE source LIKE 'tax-surcharge:%') AS surcharge,
           sum(CASE WHEN destination LIKE 'receivable:%' THEN amount_fen WHEN source LIKE 'receivable:%' THEN -amount_fen END) AS owed
      FROM ledger.published_postings WHERE kind = 'order-paid' GROUP BY 1
  ), pair AS MATERIALIZED (
    SELECT coalesce(o.order_id, e.order_id) AS order_id, o.number, o.state, o.order_id IS NULL AS no_order,
           e.order_id IS NULL AS no_entry, e.reversed,
           (e.gross, coalesce(e.net, 0), coalesce(e.fee, 0), coalesce(e.income_tax, 0), coalesce(e.vat, 0),
            coalesce(e.surcharge, 0), coalesce(e.owed, 0))
             IS DISTINCT FROM
           (o.gross_fen::numeric, o.net_fen::numeric, o.fee_fen::numeric, o.income_tax_fen::numeric, o.vat_fen::numeric,
            o.surcharge_fen::numeric, (o.receivable_fen - o.collected_fen)::numeric) AS differs
      FROM settlement.published_orders o FULL JOIN entry e USING (order_id)
  )`,
  differing: `SELECT k.kind, coalesce(p.number, 'order-paid:' || p.order_id) AS sample
    FROM pair p CROSS JOIN LATERAL (VALUES
      ('entry-without-order', p.no_order OR (NOT p.no_entry AND p.state NOT IN ('paid', 'returned'))),
      ('order-without-entry', p.no_entry AND p.state IN ('paid', 'returned')),
      ('amount-differs', NOT p.no_order AND NOT p.no_entry AND p.differs),
      ('return-not-reversed', p.state = 'returned' AND p.reversed IS FALSE),
      ('paid-but-reversed', p.state = 'paid' AND p.reversed IS TRUE)) AS k (kind, hit)
   WHERE k.hit`,
  compared: 'SELECT count(*) FROM pair',
};
