-- Replays of the risk table go through the batches that were checked in a period; a check writes the day once.
CREATE INDEX settlement_batches_by_quote_day ON public.settlement_batches (quote_day, id);
