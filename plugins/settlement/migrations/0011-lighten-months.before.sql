-- The month of a worker grows with each batch: with room in its page, no index is written for it (HOT).
ALTER TABLE settlement.worker_months SET (fillfactor = 60);
