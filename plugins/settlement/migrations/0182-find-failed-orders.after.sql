-- Orders whose payment failed, for their list. The index names only what a failure changes, so that the other steps of a payment stay
-- HOT updates.
CREATE INDEX orders_failed ON public.orders (failed_at) WHERE failed_at IS NOT NULL;
