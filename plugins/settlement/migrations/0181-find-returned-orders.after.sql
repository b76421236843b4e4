-- Orders whose money came back, for those who see to them (待办). The index names only what a return changes, so that the other
-- steps of a payment stay HOT updates.
CREATE INDEX orders_returned ON public.orders (returned_at) WHERE returned_at IS NOT NULL;
