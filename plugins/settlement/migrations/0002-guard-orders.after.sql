-- What Strapi's schemas cannot say about the nouns of settlement: uniqueness, states, amounts, no deletion (style.md).

CREATE UNIQUE INDEX settlement_batches_number_key ON public.settlement_batches (number);
CREATE INDEX settlement_batches_by_enterprise ON public.settlement_batches (enterprise_id, id DESC);
CREATE INDEX settlement_batches_by_state ON public.settlement_batches (state, id);
CREATE INDEX settlement_batches_by_file ON public.settlement_batches (enterprise_id, file_sha_256);

CREATE UNIQUE INDEX orders_number_key ON public.orders (number);
-- A line becomes at most one order, however often confirming is tried.
CREATE UNIQUE INDEX orders_line_key ON public.orders (batch_id, row_no);
CREATE INDEX orders_by_enterprise ON public.orders (enterprise_id, id DESC);
-- By worker, engagement and task Strapi's own foreign-key indexes serve. Free space in every page lets the two updates of
-- an order's life (paying, paid) stay on it without touching the fifteen indexes (HOT): no index names what they change.
ALTER TABLE public.orders SET (fillfactor = 50);

-- A bank serial books once: the second notice of the same receipt is the same deposit.
CREATE UNIQUE INDEX deposits_serial_key ON public.deposits (bank_serial);
CREATE UNIQUE INDEX deposits_number_key ON public.deposits (number);
CREATE INDEX deposits_by_enterprise ON public.deposits (enterprise_id, id DESC);

ALTER TABLE public.settlement_batches
  ADD CONSTRAINT settlement_batches_state_known CHECK (state IS NOT NULL AND state IN
    ('uploaded', 'checking', 'quoted', 'confirmed', 'released', 'paying', 'completed', 'cancelled', 'expired')),
  ADD CONSTRAINT settlement_batches_complete CHECK (number IS NOT NULL AND enterprise_id IS NOT NULL
    AND uploaded_at IS NOT NULL AND quote_version IS NOT NULL),
  -- Nobody releases what he confirmed himself; the platform's own release has no account.
  ADD CONSTRAINT settlement_batches_second_person CHECK (released_by IS NULL OR released_by <> confirmed_by);

ALTER TABLE public.orders
  ADD CONSTRAINT orders_state_known CHECK (state IS NOT NULL AND state IN
    ('confirmed', 'paying', 'paid', 'returned', 'failed', 'cancelled')),
  ADD CONSTRAINT orders_complete CHECK (number IS NOT NULL AND batch_id IS NOT NULL AND enterprise_id IS NOT NULL
    AND worker_id IS NOT NULL AND task_id IS NOT NULL AND engagement_id IS NOT NULL AND bank_card_id IS NOT NULL
    AND row_no IS NOT NULL AND confirmed_at IS NOT NULL),
  ADD CONSTRAINT orders_figures CHECK (gross_fen > 0 AND fee_fen >= 0 AND vat_fen >= 0 AND surcharge_fen >= 0
    AND income_tax_fen >= 0 AND receivable_fen >= 0 AND collected_fen >= 0 AND net_fen >= 0
    AND net_fen = gross_fen - vat_fen - surcharge_fen - income_tax_fen + receivable_fen - collected_fen);

ALTER TABLE public.deposits
  ADD CONSTRAINT deposits_complete CHECK (number IS NOT NULL AND enterprise_id IS NOT NULL AND bank_serial IS NOT NULL
    AND amount_fen > 0 AND received_at IS NOT NULL AND booked_at IS NOT NULL);

-- Business rows are never deleted: an ended life is a state. A batch and its steps are evidence.
CREATE FUNCTION settlement.refuse_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are never deleted', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER settlement_batches_no_delete BEFORE DELETE ON public.settlement_batches
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.refuse_delete();
CREATE TRIGGER orders_no_delete BEFORE DELETE ON public.orders
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.refuse_delete();
CREATE TRIGGER deposits_no_delete BEFORE DELETE ON public.deposits
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.refuse_delete();
