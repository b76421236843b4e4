-- Orders that were paid before risk counted them; what came back is known, and counts for nothing.
SELECT risk.ensure_months(ARRAY['counted_orders', 'worker_days'], min(day), max(day))
  FROM (SELECT (o.paid_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Shanghai')::date AS day FROM public.orders o
         WHERE o.state IN ('paid', 'returned') AND o.paid_at IS NOT NULL) d HAVING count(*) > 0;

INSERT INTO risk.counted_orders (day, order_id, worker_id, enterprise_id, task_id, card_id, amount_fen, is_returned)
SELECT (o.paid_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Shanghai')::date, o.id, o.worker_id, o.enterprise_id, o.task_id, o.bank_card_id,
       coalesce(o.amount_fen, o.gross_fen), o.state = 'returned'
  FROM public.orders o
 WHERE o.state IN ('paid', 'returned') AND o.paid_at IS NOT NULL AND o.worker_id IS NOT NULL AND o.enterprise_id IS NOT NULL
   AND o.task_id IS NOT NULL AND o.bank_card_id IS NOT NULL AND coalesce(o.amount_fen, o.gross_fen) IS NOT NULL;

INSERT INTO risk.worker_days (worker_id, day, enterprise_id, task_id, card_id, orders, amount_fen)
SELECT worker_id, day, enterprise_id, task_id, card_id, count(*), sum(amount_fen)
  FROM risk.counted_orders WHERE NOT is_returned GROUP BY 1, 2, 3, 4, 5;

INSERT INTO risk.payer_days (kind, payer_id, day, orders, amount_fen)
SELECT p.kind, p.id, c.day, count(*), sum(c.amount_fen)
  FROM risk.counted_orders c CROSS JOIN LATERAL (VALUES ('enterprise', c.enterprise_id), ('task', c.task_id)) AS p (kind, id)
 WHERE NOT c.is_returned GROUP BY 1, 2, 3;

INSERT INTO risk.payees (kind, payer_id, worker_id, last_day)
SELECT p.kind, p.id, c.worker_id, max(c.day)
  FROM risk.counted_orders c CROSS JOIN LATERAL (VALUES ('enterprise', c.enterprise_id), ('task', c.task_id)) AS p (kind, id)
 WHERE NOT c.is_returned GROUP BY 1, 2, 3;
