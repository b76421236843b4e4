-- A void restates the months after it (清缴): what was charged too much is due back to the worker, what is missing he owes.
-- Both belong to one enterprise, whose money it is: nothing is collected from the payments of another (二清, R2.5).

-- What restating changed of what stands charged, below zero: too much. Figures of records never change, so a month is the sum
-- of its live records and these rows. `tax_day` is set where the payer withholds the VAT, day by day.
CREATE TABLE tax.adjustments (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  worker_id integer NOT NULL,
  group_code text NOT NULL REFERENCES tax.cumulation_groups,
  regime text NOT NULL,
  enterprise_id integer NOT NULL,
  period_id integer NOT NULL,
  tax_month text NOT NULL CHECK (tax_month ~ '^\d{4}-\d{2}$'),
  vat_role text NOT NULL CHECK (vat_role IN ('platform-files', 'payer-withholds')),
  tax_day date CHECK ((tax_day IS NULL) = (vat_role = 'platform-files')),
  vat_fen bigint NOT NULL,
  urban_maintenance_fen bigint NOT NULL,
  education_fen bigint NOT NULL,
  local_education_fen bigint NOT NULL,
  income_tax_fen bigint NOT NULL,
  owed_fen bigint GENERATED ALWAYS AS (vat_fen + urban_maintenance_fen + education_fen + local_education_fen
    + income_tax_fen) STORED,
  at timestamptz NOT NULL
);
CREATE INDEX adjustments_by_worker ON tax.adjustments (worker_id, group_code, regime, tax_month);
CREATE INDEX adjustments_by_period ON tax.adjustments (period_id);
CREATE TRIGGER adjustments_append_only BEFORE UPDATE OR DELETE ON tax.adjustments
  FOR EACH STATEMENT EXECUTE FUNCTION tax.refuse_change();

-- What a worker owes an enterprise of the group (代扣税款往来): above zero tax that its payments could not bear, below zero tax
-- to be given back with its next payment. The sum over its live records and adjustments; locked with tax.cumulations.
CREATE TABLE tax.balances (
  worker_id integer NOT NULL,
  group_code text NOT NULL REFERENCES tax.cumulation_groups,
  regime text NOT NULL,
  enterprise_id integer NOT NULL,
  owed_fen bigint NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (worker_id, group_code, regime, enterprise_id)
);
INSERT INTO tax.balances (worker_id, group_code, regime, enterprise_id, owed_fen, updated_at)
SELECT worker_id, group_code, regime, enterprise_id, sum(receivable_fen - collected_fen), now()
  FROM public.tax_records WHERE state <> 'voided' GROUP BY worker_id, group_code, regime, enterprise_id
HAVING sum(receivable_fen - collected_fen) <> 0;

DROP VIEW tax.worker_years;
ALTER TABLE tax.cumulations DROP COLUMN receivable_fen, DROP COLUMN refund_due_fen;
ALTER TABLE tax.staged_totals DROP COLUMN receivable_fen, DROP COLUMN refund_due_fen;

CREATE VIEW tax.worker_years AS
SELECT id * 2 AS id, worker_id, group_code, regime, left(month, 4)::integer AS year, run_no, first_month, month AS last_month,
       months, run_payments AS payments, run_gross_fen AS gross_fen, run_vat_fen AS vat_fen,
       run_surcharge_fen AS surcharge_fen, run_income_fen AS income_fen, run_income_tax_fen AS income_tax_fen,
       run_net_fen AS net_fen, owes.receivable_fen, owes.refund_due_fen, true AS is_current
FROM tax.cumulations c CROSS JOIN LATERAL (
  SELECT coalesce(sum(greatest(b.owed_fen, 0)), 0)::bigint AS receivable_fen,
         coalesce(sum(greatest(-b.owed_fen, 0)), 0)::bigint AS refund_due_fen
    FROM tax.balances b WHERE b.worker_id = c.worker_id AND b.group_code = c.group_code AND b.regime = c.regime) owes
WHERE run_payments > 0
UNION ALL
SELECT id * 2 + 1, worker_id, group_code, regime, year, run_no, first_month, last_month, months, payments, gross_fen, vat_fen,
       surcharge_fen, income_fen, income_tax_fen, net_fen, 0, 0, false
FROM tax.past_runs WHERE payments > 0;

-- Corrected returns say VAT and surcharges too; unknown for corrections made before.
ALTER TABLE tax.corrections
  ADD COLUMN vat_before_fen bigint,
  ADD COLUMN vat_after_fen bigint,
  ADD COLUMN surcharge_before_fen bigint,
  ADD COLUMN surcharge_after_fen bigint;

-- A record collects an earlier receivable, or (below zero) gives earlier tax back.
ALTER TABLE public.tax_records
  DROP CONSTRAINT tax_records_figures,
  ADD CONSTRAINT tax_records_figures CHECK (gross_fen > 0 AND vat_fen >= 0 AND urban_maintenance_fen >= 0
    AND education_fen >= 0 AND local_education_fen >= 0 AND income_tax_fen >= 0 AND receivable_fen >= 0
    AND net_fen >= 0 AND net_fen = gross_fen - vat_fen - urban_maintenance_fen - education_fen
      - local_education_fen - income_tax_fen + receivable_fen - collected_fen);

-- What one transaction is where the payer withholds VAT (domain.md 2.1: "each transaction (day)").
INSERT INTO tax.parameters (name, value, valid_from, valid_to, reference_zh, reference_en, approved_by) VALUES
  ('vatTransactionUnit', '"day"', '2011-11-01', '2025-12-31',
   '增值税暂行条例实施细则第三十七条', 'Rules of the VAT Provisional Regulation art. 37', 'initial-release'),
  ('vatTransactionUnit', '"day"', '2026-01-01', NULL,
   '财政部 税务总局公告2026年第10号第一条（按次（日）计税，同一日内各次合并计算）',
   'MOF/STA PN 2026-10 art. 1 (each transaction (day); read as all payments of a day together)', 'initial-release');

GRANT SELECT ON tax.worker_years TO linggong_app;
GRANT SELECT, INSERT ON tax.adjustments TO linggong_app;
GRANT SELECT, INSERT, UPDATE ON tax.balances TO linggong_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA tax TO linggong_app;
