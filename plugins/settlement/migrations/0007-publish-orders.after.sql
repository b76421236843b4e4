-- Every order with its figures, for the nightly audits (continuity). The body of an SQL function is text: it does not hold the
-- columns of the content type fast, as a view would (a later change of a type would fail at boot).
-- `held_fen` is what the hold of the batch still keeps for the order (domain/order-postings.ts, heldFor).
CREATE FUNCTION settlement.order_rows()
RETURNS TABLE (order_id integer, number text, batch_id integer, enterprise_id integer, worker_id integer, task_id integer,
  state text, tax_day date, gross_fen bigint, fee_fen bigint, vat_fen bigint, surcharge_fen bigint, income_tax_fen bigint,
  receivable_fen bigint, collected_fen bigint, net_fen bigint, held_fen bigint)
LANGUAGE sql STABLE AS $$
  SELECT o.id, o.number, o.batch_id, o.enterprise_id, o.worker_id, o.task_id, o.state, o.tax_day, o.gross_fen, o.fee_fen,
         o.vat_fen, o.surcharge_fen, o.income_tax_fen, o.receivable_fen, o.collected_fen, o.net_fen,
         CASE WHEN o.state IN ('confirmed', 'paying') THEN o.gross_fen + CASE o.fee_timing WHEN 'with-payment' THEN o.fee_fen ELSE 0 END ELSE 0 END
    FROM public.orders o
$$;

CREATE VIEW settlement.published_orders AS SELECT * FROM settlement.order_rows();
GRANT SELECT ON settlement.published_orders TO linggong_app;
