-- What the bank said of each payment, for the review of operations (R8.2): business against money. A function, so that no column of a content type is
-- held fast.
CREATE FUNCTION channels.payout_rows() RETURNS TABLE (order_id integer, state text, amount_fen bigint)
LANGUAGE sql STABLE AS $$ SELECT p.order_id, p.state, p.amount_fen FROM public.payouts p $$;
CREATE VIEW channels.published_payouts AS SELECT * FROM channels.payout_rows();
GRANT SELECT ON channels.published_payouts TO linggong_app;
