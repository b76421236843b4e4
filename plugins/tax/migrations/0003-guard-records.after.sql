-- What Strapi's schemas cannot say about tax records and periods: uniqueness, states, sums, no change of a figure (style.md).

-- An order is taxed once; quoted again for another month, its first record is voided.
CREATE UNIQUE INDEX tax_records_order_key ON public.tax_records (order_id) WHERE state <> 'voided';
-- The order in which payments of a worker were taken is the order in which they can be recomputed.
CREATE UNIQUE INDEX tax_records_sequence_key ON public.tax_records (worker_id, group_code, regime, sequence);
CREATE INDEX tax_records_by_period ON public.tax_records (period_id, id);
CREATE UNIQUE INDEX tax_periods_month_key ON public.tax_periods (group_code, month);

ALTER TABLE public.tax_records
  ADD CONSTRAINT tax_records_state_known CHECK (state IS NOT NULL AND state IN ('reserved', 'paid', 'voided')),
  ADD CONSTRAINT tax_records_complete CHECK (order_id IS NOT NULL AND worker_id IS NOT NULL AND enterprise_id IS NOT NULL
    AND period_id IS NOT NULL AND group_code IS NOT NULL AND regime IS NOT NULL AND run_no IS NOT NULL
    AND sequence IS NOT NULL AND tax_day IS NOT NULL AND tax_month IS NOT NULL AND vat_role IS NOT NULL
    AND trace IS NOT NULL AND parameters_version IS NOT NULL),
  ADD CONSTRAINT tax_records_figures CHECK (gross_fen > 0 AND vat_fen >= 0 AND urban_maintenance_fen >= 0
    AND education_fen >= 0 AND local_education_fen >= 0 AND income_tax_fen >= 0 AND receivable_fen >= 0
    AND collected_fen >= 0 AND net_fen >= 0 AND net_fen = gross_fen - vat_fen - urban_maintenance_fen - education_fen
      - local_education_fen - income_tax_fen + receivable_fen - collected_fen),
  ADD CONSTRAINT tax_records_voided CHECK ((state = 'voided') = (voided_at IS NOT NULL));
ALTER TABLE public.tax_periods
  ADD CONSTRAINT tax_periods_state_known CHECK (state IS NOT NULL AND state IN ('open', 'closed', 'filed', 'paid')),
  ADD CONSTRAINT tax_periods_complete CHECK (group_code IS NOT NULL AND month IS NOT NULL AND due_on IS NOT NULL);

-- Figures of a record are what was withheld: they never change. A wrong one is voided and a new one is made.
CREATE TRIGGER tax_records_keep_figures BEFORE UPDATE OF order_id, worker_id, enterprise_id, period_id, group_code, regime,
    run_no, sequence, tax_day, tax_month, gross_fen, vat_role, vat_fen, urban_maintenance_fen, education_fen,
    local_education_fen, income_fen, months, taxable_fen, rate_millionths, quick_fen, cumulative_tax_fen, income_tax_fen,
    receivable_fen, collected_fen, net_fen, parameters_version, trace
  ON public.tax_records FOR EACH STATEMENT EXECUTE FUNCTION tax.refuse_change();
CREATE TRIGGER tax_records_no_delete BEFORE DELETE ON public.tax_records
  FOR EACH STATEMENT EXECUTE FUNCTION tax.refuse_change();
CREATE TRIGGER tax_periods_no_delete BEFORE DELETE ON public.tax_periods
  FOR EACH STATEMENT EXECUTE FUNCTION tax.refuse_change();
