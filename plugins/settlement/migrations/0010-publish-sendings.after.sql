-- When an order was handed to its bank, for the nightly audit of contracts; built as settlement.order_rows is.
CREATE FUNCTION settlement.sending_rows() RETURNS TABLE (order_id integer, sent_at timestamptz) LANGUAGE sql STABLE AS $$
  SELECT o.id, o.sent_at AT TIME ZONE 'UTC' FROM public.orders o WHERE o.sent_at IS NOT NULL
$$;
CREATE VIEW settlement.published_sendings AS SELECT * FROM settlement.sending_rows();
GRANT SELECT ON settlement.published_sendings TO linggong_app;
