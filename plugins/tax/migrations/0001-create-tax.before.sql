-- What the next payment of a worker stands on, and what it stood on: the running totals, the months they are made of, and
-- the dated parameters. The records of single payments (tax_records) and their periods (tax_periods) are content types.
CREATE SCHEMA tax;
GRANT USAGE ON SCHEMA tax TO linggong_app;

-- Cumulation group (累计预扣口径): the platform enterprise with its operating entities, which withhold as one agent. A worker
-- cumulates once a group, whatever enterprises he works for.
CREATE TABLE tax.cumulation_groups (
  code text PRIMARY KEY,
  name_zh text NOT NULL,
  name_en text NOT NULL
);
INSERT INTO tax.cumulation_groups VALUES ('platform', '平台企业及其运营主体', 'The platform enterprise and its operating entities');

-- Dated parameters (参数表). A row is evidence of what a payment was computed with: values never change, rows only end.
CREATE TABLE tax.parameters (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  value jsonb NOT NULL,
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to >= valid_from),
  reference_zh text NOT NULL,
  reference_en text NOT NULL,
  approved_by text NOT NULL,
  UNIQUE (name, valid_from)
);

-- Running totals (累计预扣状态), one row a worker, group and regime: the row that every payment locks. `version` counts
-- changes; a quote names the version it stands on. `month` is the month of the last payment.
CREATE TABLE tax.cumulations (
  worker_id integer NOT NULL,
  group_code text NOT NULL REFERENCES tax.cumulation_groups,
  regime text NOT NULL,
  version bigint NOT NULL DEFAULT 0,
  payments integer NOT NULL DEFAULT 0,
  month text CHECK (month ~ '^\d{4}-\d{2}$'),
  first_month text CHECK (first_month ~ '^\d{4}-\d{2}$'),
  run_no integer NOT NULL DEFAULT 0,
  months integer NOT NULL DEFAULT 0,
  income_fen bigint NOT NULL DEFAULT 0,
  exempt_fen bigint NOT NULL DEFAULT 0,
  other_deduction_fen bigint NOT NULL DEFAULT 0,
  relief_fen bigint NOT NULL DEFAULT 0,
  withheld_fen bigint NOT NULL DEFAULT 0 CHECK (withheld_fen >= 0),
  files_gross_fen bigint NOT NULL DEFAULT 0,
  files_special_fen bigint NOT NULL DEFAULT 0,
  files_other_sales_fen bigint NOT NULL DEFAULT 0,
  files_vat_fen bigint NOT NULL DEFAULT 0,
  files_urban_fen bigint NOT NULL DEFAULT 0,
  files_education_fen bigint NOT NULL DEFAULT 0,
  files_local_education_fen bigint NOT NULL DEFAULT 0,
  receivable_fen bigint NOT NULL DEFAULT 0 CHECK (receivable_fen >= 0),
  refund_due_fen bigint NOT NULL DEFAULT 0 CHECK (refund_due_fen >= 0),
  updated_at timestamptz,
  PRIMARY KEY (worker_id, group_code, regime)
) WITH (fillfactor = 70);

-- The live payments of one month of one worker, summed: the totals above can be rebuilt from these rows, and the tax table
-- that an officer checks is read from them. A month whose last payment was voided stays with `payments` = 0.
CREATE TABLE tax.worker_months (
  worker_id integer NOT NULL,
  group_code text NOT NULL REFERENCES tax.cumulation_groups,
  regime text NOT NULL,
  month text NOT NULL CHECK (month ~ '^\d{4}-\d{2}$'),
  run_no integer NOT NULL,
  payments integer NOT NULL CHECK (payments >= 0),
  gross_fen bigint NOT NULL CHECK (gross_fen >= 0),
  vat_fen bigint NOT NULL CHECK (vat_fen >= 0),
  urban_maintenance_fen bigint NOT NULL CHECK (urban_maintenance_fen >= 0),
  education_fen bigint NOT NULL CHECK (education_fen >= 0),
  local_education_fen bigint NOT NULL CHECK (local_education_fen >= 0),
  income_fen bigint NOT NULL,
  exempt_fen bigint NOT NULL,
  other_deduction_fen bigint NOT NULL,
  relief_fen bigint NOT NULL,
  income_tax_fen bigint NOT NULL CHECK (income_tax_fen >= 0),
  net_fen bigint NOT NULL CHECK (net_fen >= 0),
  files_gross_fen bigint NOT NULL,
  files_special_fen bigint NOT NULL,
  files_other_sales_fen bigint NOT NULL,
  files_vat_fen bigint NOT NULL,
  files_urban_fen bigint NOT NULL,
  files_education_fen bigint NOT NULL,
  files_local_education_fen bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  PRIMARY KEY (worker_id, group_code, regime, month)
) WITH (fillfactor = 70);
CREATE INDEX worker_months_by_month ON tax.worker_months (group_code, month);

-- One row a worker, group, regime, year and run (连续段): the year to date.
CREATE VIEW tax.worker_years AS
SELECT worker_id, group_code, regime, left(month, 4)::integer AS year, run_no, min(month) AS first_month, max(month) AS last_month,
       count(*)::integer AS income_months, sum(payments)::integer AS payments, sum(gross_fen)::bigint AS gross_fen,
       sum(vat_fen)::bigint AS vat_fen,
       sum(urban_maintenance_fen + education_fen + local_education_fen)::bigint AS surcharge_fen,
       sum(income_fen)::bigint AS income_fen, sum(income_tax_fen)::bigint AS income_tax_fen, sum(net_fen)::bigint AS net_fen
FROM tax.worker_months WHERE payments > 0
GROUP BY worker_id, group_code, regime, left(month, 4), run_no;

-- Returns that must be filed again (更正申报) because a payment of a filed month was voided. Append-only.
CREATE TABLE tax.corrections (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  record_id integer NOT NULL,
  worker_id integer NOT NULL,
  group_code text NOT NULL,
  regime text NOT NULL,
  month text NOT NULL,
  income_before_fen bigint NOT NULL,
  income_after_fen bigint NOT NULL,
  tax_before_fen bigint NOT NULL,
  tax_after_fen bigint NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX corrections_by_month ON tax.corrections (group_code, month);

CREATE FUNCTION tax.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are evidence and are never changed or deleted', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER corrections_append_only BEFORE UPDATE OR DELETE ON tax.corrections
  FOR EACH STATEMENT EXECUTE FUNCTION tax.refuse_change();
CREATE TRIGGER parameters_keep_values BEFORE UPDATE OF name, value, valid_from, reference_zh, reference_en, approved_by OR DELETE
  ON tax.parameters FOR EACH STATEMENT EXECUTE FUNCTION tax.refuse_change();

GRANT SELECT ON tax.cumulation_groups, tax.parameters, tax.worker_years TO linggong_app;
GRANT SELECT, INSERT, UPDATE ON tax.cumulations, tax.worker_months TO linggong_app;
GRANT SELECT, INSERT ON tax.corrections TO linggong_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA tax TO linggong_app;
