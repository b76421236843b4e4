-- Who else pays a worker is asked of every line of every batch: by worker and payer, so that it does not go through all that one payer paid.
CREATE INDEX orders_by_worker ON public.orders (worker_id, enterprise_id);
