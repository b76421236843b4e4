-- What the boards tell of money (R13.1): kept with every change, never counted anew (plugins/core/migrations/0001).
-- orders: by state, on the day on which the order came into it. order-hours: what was paid, by hour of the day. order-months: what was paid, by the
-- month of its tax day, the month that it is declared in. A returned order is in none of the latter two any more.
CREATE FUNCTION settlement.order_tallies(o public.orders) RETURNS SETOF core.contribution LANGUAGE sql IMMUTABLE AS $$
  SELECT t.tally, t.part::text, coalesce(t.day, date '1970-01-01'), CASE t.tally WHEN 'order-hours' THEN NULL ELSE o.enterprise_id END, 1::bigint,
         coalesce(o.gross_fen, 0), coalesce(o.fee_fen, 0), coalesce(o.vat_fen, 0) + coalesce(o.surcharge_fen, 0) + coalesce(o.income_tax_fen, 0),
         coalesce(o.net_fen, 0)
    FROM (VALUES
      ('orders', o.state, (coalesce(CASE o.state WHEN 'paying' THEN o.sent_at WHEN 'paid' THEN o.paid_at WHEN 'returned' THEN o.returned_at
                                                 WHEN 'failed' THEN o.failed_at END, o.confirmed_at, o.created_at) + interval '8 hours')::date),
      ('order-hours', to_char(o.paid_at + interval '8 hours', 'HH24'), (o.paid_at + interval '8 hours')::date),
      ('order-months', 'paid', date_trunc('month', o.tax_day)::date)
    ) AS t (tally, part, day)
   WHERE t.tally = 'orders' OR (o.state = 'paid' AND o.paid_at IS NOT NULL)
$$;
SELECT core.keep_tallies('public.orders', 'settlement.order_tallies', ARRAY['orders', 'order-hours', 'order-months']);

-- held-lines: payments that risk stopped for a person to look at; those of a batch that was given up are counted, it stopped them.
CREATE FUNCTION settlement.batch_tallies(b public.settlement_batches) RETURNS SETOF core.contribution LANGUAGE sql IMMUTABLE AS $$
  SELECT t.tally, b.state::text, (b.uploaded_at + interval '8 hours')::date, b.enterprise_id, t.count, coalesce(t.gross, 0), coalesce(t.fee, 0),
         coalesce(t.tax, 0), coalesce(t.net, 0)
    FROM (VALUES
      ('batches', 1::bigint, b.gross_fen, b.fee_fen, coalesce(b.vat_fen, 0) + coalesce(b.surcharge_fen, 0) + coalesce(b.income_tax_fen, 0), b.net_fen),
      ('held-lines', b.held_count::bigint, 0, 0, 0, 0)
    ) AS t (tally, count, gross, fee, tax, net)
   WHERE t.count > 0
$$;
SELECT core.keep_tallies('public.settlement_batches', 'settlement.batch_tallies', ARRAY['batches', 'held-lines']);

-- How much money the held payments came to at the last quote of their batch; its day and its enterprise stand elsewhere.
CREATE FUNCTION settlement.held_tallies(d settlement.batch_details) RETURNS SETOF core.contribution LANGUAGE sql IMMUTABLE AS $$
  SELECT 'held-money', 'held', date '1970-01-01', NULL::integer, 1::bigint, d.held_fen, 0::bigint, 0::bigint, 0::bigint WHERE d.held_fen > 0
$$;
SELECT core.keep_tallies('settlement.batch_details', 'settlement.held_tallies', ARRAY['held-money']);

CREATE FUNCTION settlement.deposit_tallies(d public.deposits) RETURNS SETOF core.contribution LANGUAGE sql IMMUTABLE AS $$
  SELECT 'deposits', coalesce(d.state, ''), (d.received_at + interval '8 hours')::date, d.enterprise_id, 1::bigint, coalesce(d.amount_fen, 0), 0::bigint,
         0::bigint, 0::bigint
$$;
SELECT core.keep_tallies('public.deposits', 'settlement.deposit_tallies', ARRAY['deposits']);
