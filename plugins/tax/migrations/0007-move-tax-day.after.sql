-- The tax day is the Shanghai day on which the payment is sent: until then it may move, within its month only. Every other
-- fact of a record stays as it was written.
DROP TRIGGER tax_records_keep_figures ON public.tax_records;
CREATE TRIGGER tax_records_keep_figures BEFORE UPDATE OF order_id, worker_id, enterprise_id, period_id, group_code, regime,
    run_no, sequence, tax_month, gross_fen, vat_role, vat_fen, urban_maintenance_fen, education_fen,
    local_education_fen, income_fen, months, taxable_fen, rate_millionths, quick_fen, cumulative_tax_fen, income_tax_fen,
    receivable_fen, collected_fen, net_fen, parameters_version, trace
  ON public.tax_records FOR EACH STATEMENT EXECUTE FUNCTION tax.refuse_change();
CREATE TRIGGER tax_records_keep_month BEFORE UPDATE OF tax_day ON public.tax_records FOR EACH ROW
  WHEN (NEW.tax_day IS DISTINCT FROM OLD.tax_day
    AND (OLD.state <> 'reserved' OR to_char(NEW.tax_day, 'YYYY-MM') IS DISTINCT FROM OLD.tax_month))
  EXECUTE FUNCTION tax.refuse_change();
