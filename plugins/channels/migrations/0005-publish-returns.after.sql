-- Orders whose last payout came back, for settlement to compare with its books. The index names only what a return
-- changes, so that sending and settling a payout stay HOT updates.
CREATE INDEX channels_payouts_returned ON public.payouts (returned_at) WHERE returned_at IS NOT NULL;

CREATE FUNCTION channels.returned_orders(until timestamptz) RETURNS TABLE (order_id int) LANGUAGE sql STABLE AS $$
  SELECT p.order_id FROM public.payouts p WHERE p.returned_at <= until AT TIME ZONE 'UTC'
     AND NOT EXISTS (SELECT 1 FROM public.payouts later WHERE later.order_id = p.order_id AND later.attempt > p.attempt)
$$;
