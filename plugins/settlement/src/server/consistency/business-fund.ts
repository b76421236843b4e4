import type { ConsistencyCheck } from '@linggong/risk';
import { comparedBy } from './compared-by';

/**
 * Business against money (业务与资金): each order that was paid is booked once with its net amount, is reversed where it came back and only there, and
 * is a payment of that amount which the bank settled.
 */
export const businessFund: ConsistencyCheck = {
  key: 'business-fund',
  name: { zh: '业务与资金', en: 'Business and money' },
  severity: 'critical',
  title: { zh: '订单与账务或银行结果不符', en: 'Orders that differ from the ledger or the bank' },
  compare: comparedBy(`
    SELECT p.number,
           e.key IS NULL OR e.net <> p.net_fen OR e.reversed <> (p.state = 'returned')
             OR b.order_id IS NULL OR b.amount_fen <> p.net_fen OR b.state NOT IN ('settled', 'returned') AS differs
      FROM paid p
      LEFT JOIN (SELECT key, coalesce(sum(amount_fen) FILTER (WHERE source LIKE 'bank:%'), 0) AS net, bool_or(reversed) AS reversed
                   FROM ledger.published_postings WHERE kind = 'order-paid' AND occurred_at >= $1 AND occurred_at < $2 GROUP BY key) e
        ON e.key = 'order-paid:' || p.id
      LEFT JOIN (SELECT DISTINCT ON (order_id) order_id, state, amount_fen FROM channels.published_payouts
                  WHERE state IN ('settled', 'returned') ORDER BY order_id, state) b ON b.order_id = p.id`),
};
